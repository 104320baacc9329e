package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.journal.JournalEntry;
import io.signalbox.journal.JournalReader;
import io.signalbox.journal.Phase;
import io.signalbox.rig.RealSshd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The console is killed, stopped and cut off while a run is under way: the run does not care. */
class KilledConsoleTest {
  private static final int LINES = 40;

  @TempDir Path folder;
  private KillRig rig;

  @AfterEach
  void stop() {
    if (rig != null) {
      rig.close();
    }
  }

  private void open() throws Exception {
    rig = new KillRig(folder, false);
  }

  private Path ran() {
    return folder.resolve("ran");
  }

  private String[] run(String... more) {
    String script =
        "echo once >>%s; i=1; while [ $i -le %d ]; do echo line $i; i=$((i+1)); sleep 0.05; done"
            .formatted(ran(), LINES);
    List<String> words =
        new java.util.ArrayList<>(
            List.of("run", "--profile", rig.profile().toString(), "--host", "box-a"));
    words.addAll(List.of("--confirm", "shop/box-a", "--reason", "test"));
    words.addAll(List.of(more));
    words.addAll(List.of("--", "/bin/sh", "-c", script));
    return words.toArray(String[]::new);
  }

  private static String expected() {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= LINES; i++) {
      text.append("line ").append(i).append('\n');
    }
    return text.toString();
  }

  private List<JournalEntry> journal() throws Exception {
    return JournalReader.read(rig.home("ana").resolve(".local/state/signalbox"));
  }

  private String runId() throws Exception {
    return journal().stream()
        .filter(entry -> entry.phase() == Phase.PLANNED)
        .reduce((_, last) -> last)
        .orElseThrow()
        .actionId();
  }

  private JsonNode listed(String id) throws Exception {
    Run runs = rig.verb("ana", "runs", "--profile", rig.profile().toString(), "--json");
    assertThat(runs.code()).as(runs.err()).isZero();
    for (JsonNode row : Run.json(runs)) {
      if (row.get("id").asString().equals(id)) {
        return row;
      }
    }
    return null;
  }

  private Run attach(String id) throws Exception {
    return rig.verb("ana", "attach", id, "--profile", rig.profile().toString());
  }

  /** Killed before anything was sent: nothing runs, and the console knows it. */
  private void nothingWasSent(String point) throws Exception {
    open();
    rig.kill(point, folder.resolve("out"), run());
    assertThat(ran()).doesNotExist();
    assertThat(rig.hosts().first().home().resolve(".signalbox/runs")).doesNotExist();
    assertThat(listed(runId())).isNull();
    assertThat(attach(runId()).code()).isEqualTo(2);
    secondRunIsFree();
  }

  @Test
  void F21_killedAfterTheIntentNothingHasRun() throws Exception {
    nothingWasSent("intent");
  }

  @Test
  void F21_killedAfterThePermitNothingHasRun() throws Exception {
    nothingWasSent("permit");
  }

  @Test
  void F21_killedBeforeTheStartWasSentItIsSaidThatItNeverArrived() throws Exception {
    open();
    rig.kill("start", folder.resolve("out"), run());
    String id = runId();
    assertThat(ran()).doesNotExist();
    assertThat(listed(id).get("state").asString()).isEqualTo("never-started");
    assertThat(listed(id).get("verdict").asString()).isEqualTo("NOT_RUN");
    Run blocked = rig.verb("ana", run("--plan", "--json"));
    assertThat(blocked.code()).isEqualTo(3);
    assertThat(blocked.out()).contains("unknown-pending");
    assertThat(attach(id).code()).isEqualTo(3);
    secondRunIsFree();
  }

  private void secondRunIsFree() throws Exception {
    Run plan = rig.verb("ana", run("--plan", "--json"));
    assertThat(plan.code()).as(plan.out()).isZero();
  }

  private void theRunGoesOn(String point) throws Exception {
    open();
    rig.kill(point, folder.resolve("out"), run("--verify", "test -s " + ran()));
    String id = runId();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> listed(id).get("state").asString().equals("finished"));
    assertThat(listed(id).get("verdict").asString()).isEqualTo("SUCCEEDED_VERIFIED");
    Run attached = attach(id);
    assertThat(attached.out()).isEqualTo(expected());
    assertThat(attached.code()).isZero();
    assertThat(Files.readAllLines(ran())).containsExactly("once");
    assertThat(journal().getLast().phase()).isEqualTo(Phase.OUTCOME);
    assertThat(journal().getLast().result()).isEqualTo("SUCCEEDED_VERIFIED");
    secondRunIsFree();
  }

  @Test
  void F21_killedMidRunTheRunEndsAndIsFoundAgain() throws Exception {
    theRunGoesOn("mid-run");
  }

  @Test
  void F21_killedBeforeTheOutcomeTheVerdictIsTheSame() throws Exception {
    theRunGoesOn("before-outcome");
  }

  @Test
  @Tag("long")
  void F21_twentyTimesAtEachPoint() throws Exception {
    for (int i = 0; i < 20; i++) {
      for (String point : List.of("intent", "permit", "start", "mid-run", "before-outcome")) {
        Path before = folder;
        folder = Files.createDirectories(before.resolve(point + i));
        switch (point) {
          case "intent", "permit" -> nothingWasSent(point);
          case "start" -> F21_killedBeforeTheStartWasSentItIsSaidThatItNeverArrived();
          default -> theRunGoesOn(point);
        }
        rig.close();
        folder = before;
      }
    }
  }

  @Test
  void F28_aConsoleThatSleepsHoldsNothingUpAndWakesToTheEnd() throws Exception {
    open();
    Path out = folder.resolve("out");
    Process console = rig.start(null, out, run());
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> !console.isAlive() || Files.readString(out).contains("line 3\n"));
    RealSshd.run("kill", "-STOP", Long.toString(console.pid()));
    String id;
    try {
      id = runId();
      Path rc = rig.hosts().runFolder(rig.hosts().first(), id).resolve("rc");
      await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(rc));
    } finally {
      RealSshd.run("kill", "-CONT", Long.toString(console.pid()));
    }
    assertThat(console.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(console.exitValue()).isEqualTo(6);
    assertThat(Files.readString(out)).contains(expected());
  }

  @Test
  void F29_aLineCutMidRunIsPickedUpAgainByteForByte() throws Exception {
    open();
    Path out = folder.resolve("out");
    Process console = rig.start(null, out, run());
    for (int i = 1; i <= 3; i++) {
      String line = "line " + i * 8 + "\n";
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> !console.isAlive() || Files.readString(out).contains(line));
      rig.hosts().first().cutConnections();
    }
    assertThat(console.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(console.exitValue()).isEqualTo(6);
    List<String> lines =
        Files.readAllLines(out).stream().filter(line -> line.matches("line \\d+")).toList();
    assertThat(String.join("\n", lines) + "\n").isEqualTo(expected());
    assertThat(Files.readAllLines(ran())).containsExactly("once");
  }
}
