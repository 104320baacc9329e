package io.signalbox.ansible;

import io.signalbox.text.SafeText;
import io.signalbox.text.SecretFilter;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the lines of {@code signalbox_events.py}, format 1 (see its head and {@code
 * ansible-events.md}); every text is made harmless and secrets in it are hidden.
 */
final class EventReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SecretFilter secrets;

  EventReader(SecretFilter secrets) {
    this.secrets = secrets;
  }

  /** The event, null where the line is none. */
  @Nullable AnsibleEvent read(String line) {
    JsonNode json;
    try {
      json = JSON.readTree(line);
    } catch (JacksonException e) {
      return null;
    }
    long number = json.path("n").asLong(0);
    if (!json.isObject() || number <= 0) {
      return null;
    }
    Instant at = time(json.path("at").asString(""));
    String task = json.path("task").asString("");
    return switch (json.path("kind").asString("")) {
      case "playbook" -> new AnsibleEvent.Began(number, at, expected(json.path("plays")));
      case "play" ->
          new AnsibleEvent.PlayBegan(
              number, at, json.path("play").asString(""), text(json, "name"), hosts(json));
      case "task" -> new AnsibleEvent.TaskBegan(number, at, task(json, at));
      case "begin" -> new AnsibleEvent.HostBegan(number, at, task, text(json, "host"));
      case "item" ->
          new AnsibleEvent.Changed(number, at, task, text(json, "host"), diffs(json.path("diff")));
      case "result" -> new AnsibleEvent.HostEnded(number, at, task, result(json, at));
      case "stats" -> new AnsibleEvent.Ended(number, at, recap(json.path("hosts")));
      default -> new AnsibleEvent.Other(number, at, text(json, "kind"));
    };
  }

  private static @Nullable Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private String text(JsonNode node, String name) {
    return safe(node.path(name).asString(""));
  }

  private String safe(String raw) {
    return SafeText.line(secrets.mask(raw).replace('\n', ' '));
  }

  private static int expected(JsonNode plays) {
    int tasks = 0;
    for (JsonNode play : plays) {
      if (!play.path("tasks").isNumber()) {
        return 0;
      }
      tasks += play.path("tasks").asInt(0);
    }
    return tasks;
  }

  private List<String> hosts(JsonNode json) {
    List<String> hosts = new ArrayList<>();
    json.path("hosts").forEach(host -> hosts.add(safe(host.asString(""))));
    return hosts;
  }

  private TaskNode task(JsonNode json, @Nullable Instant at) {
    String action = text(json, "action");
    String name = text(json, "name");
    boolean gathers = action.endsWith("gather_facts") || action.endsWith("setup");
    boolean meta = action.equals("meta") || action.equals("ansible.builtin.meta");
    JsonNode check = json.path("checkMode");
    return new TaskNode(
        json.path("task").asString(""),
        name,
        action,
        text(json, "path"),
        json.path("handler").asBoolean(false),
        meta || (gathers && name.equals("Gathering Facts")),
        new TaskTraits(
            json.path("register").asString(""),
            names(json.path("asks")),
            names(json.path("uses")),
            names(json.path("sets")),
            check.isBoolean() && !check.asBoolean(),
            json.path("section").asString("").equals("rescue")),
        at,
        List.of());
  }

  private static Set<String> names(JsonNode array) {
    Set<String> names = new LinkedHashSet<>();
    array.forEach(one -> names.add(one.asString("")));
    return names;
  }

  private HostResult result(JsonNode json, @Nullable Instant at) {
    HostState state =
        switch (json.path("state").asString("")) {
          case "ok" -> HostState.OK;
          case "changed" -> HostState.CHANGED;
          case "unreachable" -> HostState.UNREACHABLE;
          case "skipped" -> HostState.SKIPPED;
          case "ignored" -> HostState.IGNORED;
          default -> json.path("rescuable").asBoolean(false) ? HostState.RESCUED : HostState.FAILED;
        };
    Skip skip = state == HostState.SKIPPED ? skip(json) : Skip.NO;
    String message = skip == Skip.NO ? message(json) : text(json, "skipReason");
    JsonNode took = json.path("durationMs");
    Instant began =
        at == null || !took.isNumber() ? null : at.minus(Duration.ofMillis(took.asLong(0)));
    return new HostResult(
        text(json, "host"), state, message, skip, diffs(json.path("diff")), began, at);
  }

  private String message(JsonNode json) {
    String message = text(json, "msg");
    String error = text(json, "stderr");
    return error.isEmpty() ? message : message.isEmpty() ? error : message + ": " + error;
  }

  /** What is skipped for any other reason than a condition is not known. */
  private static Skip skip(JsonNode json) {
    String reason = json.path("skipReason").asString("");
    boolean condition =
        json.path("skip").asString("").equals("condition") || reason.startsWith("No items");
    return condition ? Skip.CONDITION : Skip.CHECK_MODE;
  }

  private List<TaskDiff> diffs(JsonNode array) {
    List<TaskDiff> diffs = new ArrayList<>();
    for (JsonNode one : array) {
      String before = one.path("beforeHeader").asString("");
      String after = one.path("afterHeader").asString("");
      String prepared = secrets.mask(one.path("prepared").asString(""));
      diffs.add(
          prepared.isEmpty()
              ? Diffs.of(
                  before,
                  after,
                  secrets.mask(one.path("before").asString("")),
                  secrets.mask(one.path("after").asString("")))
              : Diffs.prepared(before, after, prepared));
    }
    return diffs;
  }

  private List<HostRecap> recap(JsonNode hosts) {
    List<HostRecap> recap = new ArrayList<>();
    hosts.forEachEntry(
        (name, counts) ->
            recap.add(
                new HostRecap(
                    safe(name),
                    counts.path("ok").asInt(0),
                    counts.path("changed").asInt(0),
                    counts.path("failed").asInt(0),
                    counts.path("unreachable").asInt(0),
                    counts.path("rescued").asInt(0),
                    counts.path("ignored").asInt(0),
                    counts.path("skipped").asInt(0))));
    return recap;
  }
}
