package io.signalbox.prometheus;

import io.signalbox.http.JsonCursor;
import io.signalbox.http.WireException;
import io.signalbox.model.AlertInstance;
import io.signalbox.model.AlertRule;
import io.signalbox.model.AlertState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/alerts} and {@code /api/v1/rules}. */
final class AlertsJson {
  private AlertsJson() {}

  static List<AlertInstance> alerts(JsonCursor json, String source) throws IOException {
    json.object();
    List<AlertInstance> alerts = null;
    for (String field = json.field(); field != null; field = json.field()) {
      if (field.equals("alerts")) {
        alerts = json.list(each -> alert(each, source));
      } else {
        json.skip();
      }
    }
    return present(alerts, "alerts");
  }

  private static AlertInstance alert(JsonCursor json, String source) throws IOException {
    json.object();
    Map<String, String> labels = Map.of();
    Map<String, String> annotations = Map.of();
    AlertState state = AlertState.FIRING;
    Instant since = null;
    for (String field = json.field(); field != null; field = json.field()) {
      switch (field) {
        case "labels" -> labels = json.texts();
        case "annotations" -> annotations = json.texts();
        case "state" ->
            state = json.text().equals("pending") ? AlertState.PENDING : AlertState.FIRING;
        case "activeAt" -> since = json.timeOrNull();
        default -> json.skip();
      }
    }
    return AlertInstance.of(state, labels, annotations, since, source);
  }

  static List<AlertRule> rules(JsonCursor json) throws IOException {
    json.object();
    List<List<AlertRule>> groups = null;
    for (String field = json.field(); field != null; field = json.field()) {
      if (field.equals("groups")) {
        groups = json.list(AlertsJson::group);
      } else {
        json.skip();
      }
    }
    return present(groups, "groups").stream().flatMap(List::stream).toList();
  }

  private static List<AlertRule> group(JsonCursor json) throws IOException {
    json.object();
    String name = "";
    List<AlertRule> rules = new ArrayList<>();
    for (String field = json.field(); field != null; field = json.field()) {
      switch (field) {
        case "name" -> name = json.textOr("");
        case "rules" -> rules.addAll(json.listOrEmpty(AlertsJson::rule));
        default -> json.skip();
      }
    }
    String group = name;
    return rules.stream()
        .filter(rule -> !rule.name().isEmpty())
        .map(r -> new AlertRule(group, r.name(), r.query(), r.sustained(), r.state(), r.health()))
        .toList();
  }

  /** An alerting rule; one of another type comes back without a name. */
  private static AlertRule rule(JsonCursor json) throws IOException {
    json.object();
    String name = "";
    String query = "";
    String type = "alerting";
    String state = "unknown";
    String health = "unknown";
    double seconds = 0;
    for (String field = json.field(); field != null; field = json.field()) {
      switch (field) {
        case "name" -> name = json.textOr("");
        case "query" -> query = json.textOr("");
        case "type" -> type = json.textOr(type);
        case "state" -> state = json.textOr(state);
        case "health" -> health = json.textOr(health);
        case "duration" -> seconds = json.decimal();
        default -> json.skip();
      }
    }
    String kept = type.equals("alerting") ? name : "";
    return new AlertRule(
        "", kept, query, Duration.ofMillis((long) (seconds * 1000)), state, health);
  }

  private static <T> List<T> present(@Nullable List<T> list, String field) throws WireException {
    if (list == null) {
      throw new WireException("its data has no " + field);
    }
    return list;
  }
}
