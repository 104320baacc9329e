package io.signalbox.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The reading part of the Alertmanager v2 API (shapes as 0.25 answers them). */
final class AlertmanagerApi {
  private static final Pattern FILTER =
      Pattern.compile("\\s*([a-zA-Z_][a-zA-Z0-9_]*)\\s*(=~|!~|!=|=)\\s*\"?(.*?)\"?\\s*");

  /** How often Prometheus sends a firing alert again, and how long Alertmanager believes it. */
  private static final Duration RESENT = Duration.ofMinutes(1);

  private static final Duration BELIEVED = Duration.ofMinutes(4);

  private final SimulatedFleet fleet;
  private final AlertBoard board;
  private final List<Silence> silences;

  AlertmanagerApi(SimulatedFleet fleet, AlertBoard board) {
    this.fleet = fleet;
    this.board = board;
    this.silences = Silence.of(fleet.seed());
  }

  HttpAnswer answer(HttpAsk ask) {
    if (!ask.method().equals("GET") && !ask.method().equals("HEAD")) {
      String message = "method " + ask.method() + " is not allowed, but [GET] are";
      return HttpAnswer.json(405, Json.object().put("code", 405).put("message", message));
    }
    return switch (ask.path()) {
      case "/api/v2/alerts" -> alerts(ask);
      case "/api/v2/silences" -> HttpAnswer.json(200, silences());
      case "/api/v2/status" -> HttpAnswer.json(200, status());
      case "/-/ready", "/-/healthy" -> HttpAnswer.text(200, "OK");
      default -> {
        String message = "path " + ask.path() + " was not found";
        yield HttpAnswer.json(404, Json.object().put("code", 404).put("message", message));
      }
    };
  }

  private HttpAnswer alerts(HttpAsk ask) {
    List<MaxBy.Matcher> matchers = new ArrayList<>();
    for (String filter : ask.all("filter")) {
      MaxBy.Matcher matcher = matcher(filter);
      if (matcher == null) {
        return HttpAnswer.of(
            400,
            "application/json",
            JsonNodeFactory.instance.stringNode("bad matcher format: " + filter).toString());
      }
      matchers.add(matcher);
    }
    Instant now = fleet.now();
    boolean active = !ask.parameter("active", "true").equals("false");
    boolean silenced = !ask.parameter("silenced", "true").equals("false");
    List<ObjectNode> found = new ArrayList<>();
    for (SimulatedAlert alert : board.alerts(fleet.history(), now)) {
      List<Silence> by = silences.stream().filter(s -> s.silences(alert.labels(), now)).toList();
      boolean shown = by.isEmpty() ? active : silenced;
      boolean wanted = matchers.stream().allMatch(m -> m.matches(alert.labels()));
      if (alert.firing() && shown && wanted) {
        found.add(alert(alert, by, now));
      }
    }
    found.sort(Comparator.comparing(a -> a.path("fingerprint").asString()));
    return HttpAnswer.json(200, Json.array().addAll(found));
  }

  private static MaxBy.@Nullable Matcher matcher(String filter) {
    Matcher parsed = FILTER.matcher(filter);
    if (!parsed.matches()) {
      return null;
    }
    try {
      Pattern.compile(parsed.group(3));
    } catch (PatternSyntaxException e) {
      return null;
    }
    return new MaxBy.Matcher(parsed.group(1), parsed.group(2), parsed.group(3));
  }

  private static ObjectNode alert(SimulatedAlert alert, List<Silence> by, Instant now) {
    Duration age = Duration.between(alert.firedAt(), now);
    Instant sent = alert.firedAt().plus(RESENT.multipliedBy(Math.max(0, age.dividedBy(RESENT))));
    ObjectNode node = Json.object();
    node.set("annotations", Json.labels(alert.annotations()));
    node.put("endsAt", Json.millis(sent.plus(BELIEVED)))
        .put("fingerprint", Fingerprint.of(alert.labels()));
    node.putArray("receivers").addObject().put("name", "oncall-sre");
    node.put("startsAt", Json.millis(alert.firedAt()));
    ObjectNode status = node.putObject("status");
    status.putArray("inhibitedBy");
    ArrayNode silencedBy = status.putArray("silencedBy");
    by.forEach(s -> silencedBy.add(s.id()));
    status.put("state", by.isEmpty() ? "active" : "suppressed");
    node.put("updatedAt", Json.millis(sent))
        .put("generatorURL", "http://prometheus.example.com/graph");
    node.set("labels", Json.labels(alert.labels()));
    return node;
  }

  private ArrayNode silences() {
    Instant now = fleet.now();
    ArrayNode all = Json.array();
    for (Silence silence : silences) {
      ObjectNode node = all.addObject().put("id", silence.id());
      node.putObject("status").put("state", silence.state(now));
      node.put("updatedAt", Json.millis(silence.startsAt()))
          .put("comment", silence.comment())
          .put("createdBy", silence.createdBy())
          .put("endsAt", Json.millis(silence.endsAt()));
      ArrayNode matchers = node.putArray("matchers");
      for (Map.Entry<String, String> matcher : new TreeMap<>(silence.matchers()).entrySet()) {
        matchers
            .addObject()
            .put("isEqual", true)
            .put("isRegex", false)
            .put("name", matcher.getKey())
            .put("value", matcher.getValue());
      }
      node.put("startsAt", Json.millis(silence.startsAt()));
    }
    return all;
  }

  private ObjectNode status() {
    ObjectNode node = Json.object();
    ObjectNode cluster = node.putObject("cluster");
    cluster.putArray("peers");
    cluster.put("status", "disabled");
    node.putObject("config")
        .put("original", "route:\n  receiver: oncall-sre\nreceivers:\n- name: oncall-sre\n");
    node.put("uptime", Json.millis(fleet.seed().start()));
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
