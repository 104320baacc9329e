package io.signalbox.alertmanager;

import io.signalbox.http.JsonCursor;
import io.signalbox.model.AlertInstance;
import io.signalbox.model.AlertState;
import io.signalbox.model.Silence;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Alertmanager API v2's {@code /alerts} and {@code /silences}. An alert's {@code endsAt} is only
 * the deadline of its renewal, so it is not read at all.
 */
final class AlertmanagerJson {
  private AlertmanagerJson() {}

  static List<AlertInstance> alerts(InputStream body, String source) throws IOException {
    try (JsonCursor json = JsonCursor.open(body)) {
      return json.list(each -> alert(each, source));
    }
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
        case "startsAt" -> since = json.timeOrNull();
        case "status" ->
            state = "suppressed".equals(state(json)) ? AlertState.SUPPRESSED : AlertState.FIRING;
        default -> json.skip();
      }
    }
    return AlertInstance.of(state, labels, annotations, since, source);
  }

  /**
   * The {@code state} of a status: active, suppressed, unprocessed; of a silence: active, pending,
   * expired.
   */
  private static String state(JsonCursor json) throws IOException {
    json.object();
    String state = "unknown";
    for (String field = json.field(); field != null; field = json.field()) {
      if (field.equals("state")) {
        state = json.text();
      } else {
        json.skip();
      }
    }
    return state;
  }

  static List<Silence> silences(InputStream body) throws IOException {
    try (JsonCursor json = JsonCursor.open(body)) {
      return json.list(AlertmanagerJson::silence);
    }
  }

  private static Silence silence(JsonCursor json) throws IOException {
    json.object();
    String id = "";
    List<String> matchers = List.of();
    Instant startsAt = null;
    Instant endsAt = null;
    String createdBy = "";
    String comment = "";
    String state = "unknown";
    for (String field = json.field(); field != null; field = json.field()) {
      switch (field) {
        case "id" -> id = json.text();
        case "matchers" -> matchers = json.list(AlertmanagerJson::matcher);
        case "startsAt" -> startsAt = json.timeOrNull();
        case "endsAt" -> endsAt = json.timeOrNull();
        case "createdBy" -> createdBy = json.textOr("");
        case "comment" -> comment = json.textOr("");
        case "status" -> state = state(json);
        default -> json.skip();
      }
    }
    if (startsAt == null || endsAt == null) {
      throw json.wrong("a silence with startsAt and endsAt");
    }
    return new Silence(id, matchers, startsAt, endsAt, createdBy, comment, state);
  }

  /** In Alertmanager's own notation: {@code name="value"}, {@code !=}, {@code =~}, {@code !~}. */
  private static String matcher(JsonCursor json) throws IOException {
    json.object();
    String name = "";
    String value = "";
    boolean regex = false;
    boolean equal = true;
    for (String field = json.field(); field != null; field = json.field()) {
      switch (field) {
        case "name" -> name = json.text();
        case "value" -> value = json.text();
        case "isRegex" -> regex = json.flag();
        case "isEqual" -> equal = json.isNull() || json.flag();
        default -> json.skip();
      }
    }
    String operator = equal ? (regex ? "=~" : "=") : (regex ? "!~" : "!=");
    return name + operator + '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** The reason in an error body, which is a JSON string or an object with {@code message}. */
  static String reason(InputStream body) throws IOException {
    try (JsonCursor json = JsonCursor.open(body)) {
      if (json.isText()) {
        return json.text();
      }
      json.object();
      for (String field = json.field(); field != null; field = json.field()) {
        if (field.equals("message")) {
          return json.textOr("");
        }
        json.skip();
      }
      return "";
    }
  }
}
