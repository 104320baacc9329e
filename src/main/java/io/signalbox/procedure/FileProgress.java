package io.signalbox.procedure;

import io.signalbox.runbook.ProgressStore;
import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.RunbookProgress;
import io.signalbox.runbook.StepRecord;
import io.signalbox.runbook.StepState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Progress as one JSON file per environment and runbook, replaced in one step. */
public final class FileProgress implements ProgressStore {
  private static final Logger LOG = LoggerFactory.getLogger(FileProgress.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final String environment;
  private final Set<String> mine = new HashSet<>();

  /** Below this folder, which is made when it is first needed. */
  public FileProgress(Path folder, String environment) {
    this.folder = folder;
    this.environment = environment;
  }

  private Path file(String runbook) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((environment + "\n" + runbook).getBytes(StandardCharsets.UTF_8));
      return folder.resolve(HexFormat.of().formatHex(digest).substring(0, 32) + ".json");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public synchronized RunbookProgress load(Runbook runbook) {
    Path file = file(runbook.path());
    if (!Files.exists(file)) {
      return RunbookProgress.fresh(runbook);
    }
    try {
      RunbookProgress read = parse(runbook.path(), JSON.readTree(Files.readString(file)));
      // what this process began runs still; what another began has ended in a way not known here
      return mine.contains(runbook.path()) ? read : read.afterRestart();
    } catch (IOException | JacksonException | DateTimeException | IllegalArgumentException e) {
      LOG.warn("The progress in {} cannot be read and begins anew: {}", file, e.toString());
      return RunbookProgress.fresh(runbook);
    }
  }

  @Override
  public synchronized void save(RunbookProgress progress) {
    Path file = file(progress.runbook());
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempFile(folder, "progress-", ".new");
      Files.writeString(fresh, json(progress));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      mine.add(progress.runbook());
    } catch (IOException e) {
      throw new IllegalStateException("the progress cannot be written to " + file + ": " + e, e);
    }
  }

  private String json(RunbookProgress progress) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("v", 1);
    root.put("environment", environment);
    root.put("runbook", progress.runbook());
    root.put("paused", progress.paused());
    List<Map<String, Object>> steps = new ArrayList<>();
    progress
        .records()
        .forEach(
            (number, found) -> {
              Map<String, Object> step = new LinkedHashMap<>();
              step.put("step", number);
              step.put("state", found.state().name());
              step.put("hash", found.hash());
              step.put("by", found.by());
              step.put("at", text(found.at()));
              step.put("endedAt", text(found.endedAt()));
              step.put("target", found.target());
              step.put("run", found.run());
              step.put("words", found.words());
              step.put("output", found.output());
              steps.add(step);
            });
    root.put("steps", steps);
    return JSON.writeValueAsString(root) + "\n";
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  private static RunbookProgress parse(String runbook, JsonNode root) {
    Map<Integer, StepRecord> records = new TreeMap<>();
    for (JsonNode step : root.path("steps")) {
      List<String> output = new ArrayList<>();
      step.path("output").forEach(line -> output.add(line.asString("")));
      records.put(
          step.path("step").asInt(0),
          new StepRecord(
              StepState.valueOf(step.path("state").asString("")),
              step.path("hash").asString(""),
              step.path("by").asString(""),
              time(step.path("at")),
              time(step.path("endedAt")),
              step.path("target").asString(""),
              step.path("run").asString(""),
              step.path("words").asString(""),
              output));
    }
    return new RunbookProgress(runbook, root.path("paused").asBoolean(false), records);
  }

  private static @Nullable Instant time(JsonNode node) {
    return node.isString() ? Instant.parse(node.asString("")) : null;
  }
}
