package io.signalbox.procedure;

import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.RunbookProgress;
import io.signalbox.runbook.StepRecord;
import io.signalbox.runbook.StepState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Progress as text, in the form of this console and that of those before it. */
final class ProgressJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int NOW = 2;

  private ProgressJson() {}

  static String write(String environment, String key, RunbookProgress progress) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("v", NOW);
    root.put("environment", environment);
    root.put("key", key);
    root.put("runbook", progress.runbook());
    root.put("paused", progress.paused());
    List<Map<String, Object>> steps = new ArrayList<>();
    progress
        .records()
        .forEach((number, all) -> all.forEach(found -> steps.add(step(number, found))));
    root.put("steps", steps);
    return JSON.writeValueAsString(root) + "\n";
  }

  private static Map<String, Object> step(int number, StepRecord found) {
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("step", number);
    step.put("state", found.state().name());
    step.put("hash", found.hash());
    step.put("by", found.by());
    step.put("at", text(found.at()));
    step.put("endedAt", text(found.endedAt()));
    step.put("target", found.target());
    step.put("hosts", found.hosts());
    step.put("run", found.run());
    step.put("words", found.words());
    step.put("output", found.output());
    return step;
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException for what no console up to this one has written
   */
  static RunbookProgress read(Runbook runbook, String text) {
    JsonNode root = JSON.readTree(text);
    int version = root.path("v").asInt(0);
    if (version < 1 || version > NOW) {
      throw new IllegalArgumentException(
          version > NOW ? "a newer console has written it" : "it is no progress of a runbook");
    }
    Map<Integer, List<StepRecord>> records = new TreeMap<>();
    for (JsonNode step : root.path("steps")) {
      records.computeIfAbsent(step.path("step").asInt(0), _ -> new ArrayList<>()).add(record(step));
    }
    boolean paused = root.path("paused").asBoolean(false);
    RunbookProgress read = new RunbookProgress(runbook.path(), paused, records, "");
    return version == NOW ? read : read.fromBefore(runbook);
  }

  private static StepRecord record(JsonNode step) {
    String target = step.path("target").asString("");
    List<String> hosts = texts(step.path("hosts"));
    return new StepRecord(
        StepState.valueOf(step.path("state").asString("")),
        step.path("hash").asString(""),
        step.path("by").asString(""),
        time(step.path("at")),
        time(step.path("endedAt")),
        target,
        step.path("run").asString(""),
        step.path("words").asString(""),
        texts(step.path("output")),
        hosts.isEmpty() && !target.isEmpty() ? List.of(target) : hosts);
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    node.forEach(one -> texts.add(one.asString("")));
    return texts;
  }

  private static @Nullable Instant time(JsonNode node) {
    return node.isString() ? Instant.parse(node.asString("")) : null;
  }
}
