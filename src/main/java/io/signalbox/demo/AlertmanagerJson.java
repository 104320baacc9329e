package io.signalbox.demo;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Alerts, silences and the status in the words of the Alertmanager v2 API (as 0.25 answers). */
final class AlertmanagerJson {
  private AlertmanagerJson() {}

  static ObjectNode alert(HeldAlert alert, List<Silence> by) {
    ObjectNode node = Json.object();
    node.set("annotations", Json.labels(alert.annotations()));
    node.put("endsAt", Json.millis(alert.endsAt())).put("fingerprint", alert.fingerprint());
    node.putArray("receivers").addObject().put("name", "oncall-sre");
    node.put("startsAt", Json.millis(alert.startsAt()));
    ObjectNode status = node.putObject("status");
    status.putArray("inhibitedBy");
    ArrayNode silencedBy = status.putArray("silencedBy");
    by.forEach(s -> silencedBy.add(s.id()));
    status.put("state", by.isEmpty() ? "active" : "suppressed");
    node.put("updatedAt", Json.millis(alert.updatedAt()))
        .put("generatorURL", "http://prometheus.example.com/graph");
    node.set("labels", Json.labels(alert.labels()));
    return node;
  }

  static ObjectNode silence(Silence silence, Instant now) {
    ObjectNode node = Json.object().put("id", silence.id());
    node.putObject("status").put("state", silence.state(now));
    node.put("updatedAt", Json.millis(silence.startsAt()))
        .put("comment", silence.comment())
        .put("createdBy", silence.createdBy())
        .put("endsAt", Json.millis(silence.endsAt()));
    ArrayNode matchers = node.putArray("matchers");
    for (LabelMatcher matcher : silence.matchers()) {
      matchers
          .addObject()
          .put("isEqual", matcher.positive())
          .put("isRegex", matcher.regex())
          .put("name", matcher.label())
          .put("value", matcher.value());
    }
    return node.put("startsAt", Json.millis(silence.startsAt()));
  }

  static ObjectNode status(Instant start) {
    ObjectNode node = Json.object();
    ObjectNode cluster = node.putObject("cluster");
    cluster.putArray("peers");
    cluster.put("status", "disabled");
    node.putObject("config")
        .put("original", "route:\n  receiver: oncall-sre\nreceivers:\n- name: oncall-sre\n");
    node.put("uptime", Json.millis(start));
    node.putObject("versionInfo")
        .put("branch", "demo")
        .put("buildDate", "20260101-00:00:00")
        .put("buildUser", "demo@example.com")
        .put("goVersion", "none")
        .put("revision", "demo")
        .put("version", "0.25.0");
    return node;
  }
}
