package io.signalbox.app;

import static io.signalbox.app.FailoverRig.B;
import static io.signalbox.app.Run.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One move at a time: the environment's lock on a real control host. */
@ExtendWith(FailoverServers.Shared.class)
class FailoverLockTest {
  @TempDir Path folder;
  @AutoClose private FailoverRig rig;
  private Path control;

  @BeforeEach
  void start(FailoverServers servers) throws Exception {
    control = Files.createDirectories(folder.resolve("control"));
    rig =
        new FailoverRig(
            servers, folder, "control: { host: runner-b, directory: \"" + control + "\" }");
    rig.primaryDies();
  }

  private Run as(String operator, String... more) throws IOException {
    List<String> words =
        new ArrayList<>(List.of("failover", "--confirm", "production/" + B, "--reason", "drill"));
    words.addAll(List.of(more));
    return rig.verb(operator, words.toArray(String[]::new));
  }

  private List<Path> holds() {
    return begun(control.resolve("holds"));
  }

  private static List<Path> begun(Path folder) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(one -> Files.exists(one.resolve("pid"))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void F52_aSecondOperatorIsRefusedWithTheOwnersName() throws Exception {
    // a job that no runner fits keeps the first one looking
    rig.github.run("deploy.yml", "self-hosted", "production", "primary", "gpu");
    CompletableFuture<Run> first = Run.later(() -> as("ana", "--wait", "12s"));
    await().atMost(Duration.ofMinutes(1)).until(() -> !holds().isEmpty() || first.isDone());
    Run second = as("ben");
    assertThat(second.code()).as(second.out() + second.err()).isEqualTo(75);
    assertThat(json(second).get("error").asString()).contains("held by ana").contains("drill");
    assertThat(first.get(2, TimeUnit.MINUTES).code()).isEqualTo(6);
    assertThat(holds()).isEmpty();
    assertThat(as("ben", "--wait", "1s").code()).as("after it was given up").isEqualTo(6);
  }

  @Test
  void F53_whoLosesTheLockOnTheWayChangesNothingMore() throws Exception {
    rig.github.after("POST .*/labels", this::holderDies);
    Run run = as("ana");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(7);
    assertThat(json(run).get("error").asString()).contains("lock was lost").contains("both active");
    assertThat(rig.github.writes()).hasSize(1);
    assertThat(as("ana").code()).isEqualTo(6);
    assertThat(rig.primary.labels).doesNotContain("primary");
  }

  private void holderDies() {
    dies(holds().getFirst());
  }

  private static void dies(Path run) {
    try {
      String pid = Files.readString(run.resolve("pid")).split(" ")[0];
      ProcessHandle holder = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
      holder.descendants().forEach(ProcessHandle::destroyForcibly);
      holder.destroyForcibly();
      holder.onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void F55_aLockThatCannotBeReadCountsAsHeld() throws Exception {
    rig.hostB.close();
    Run run = as("ana");
    assertThat(run.code()).as(run.out() + run.err()).isIn(3, 75);
    assertThat(json(run).get("error").asString()).contains("lock could not be read");
    assertThat(rig.github.writes()).isEmpty();
  }

  @Test
  void F54_theLockOfARunThatOutlivesItsConsoleIsNotGivenUp() throws Exception {
    Process killed =
        rig.process(
            folder.resolve("out"),
            "run",
            "--host",
            "runner-a",
            "--confirm",
            "production/runner-a",
            "--reason",
            "drill",
            "--",
            "sleep",
            "30");
    await().atMost(Duration.ofMinutes(2)).until(() -> !runs().isEmpty() || !killed.isAlive());
    killed.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    Run run = as("ana", "--no-stop-service");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(75);
    assertThat(json(run).get("error").asString()).contains("running run-command");
    assertThat(holds()).hasSize(1);
    assertThat(rig.github.writes()).isEmpty();
    runs().forEach(FailoverLockTest::dies);
    holderDies();
  }

  private List<Path> runs() {
    return begun(rig.hostA.home().resolve(".signalbox/runs"));
  }

  @Test
  void F54_aMoveWhoseConsoleWasKilledIsFinishedByTheSameCommand() throws Exception {
    rig.github.after("POST .*/labels", () -> rig.github.holdsItsAnswers(true));
    Process killed =
        rig.process(
            folder.resolve("out"), "failover", "--confirm", "production/" + B, "--reason", "drill");
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> !rig.github.writes().isEmpty() || !killed.isAlive());
    killed.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    rig.github.holdsItsAnswers(false);
    assertThat(rig.standIn.labels).contains("primary");
    assertThat(rig.primary.labels).contains("primary");
    assertThat(holds()).as("the dead console's lock").hasSize(1);
    Run again = as("ana");
    assertThat(again.code()).as(again.out() + again.err()).isEqualTo(6);
    assertThat(rig.primary.labels).doesNotContain("primary");
    assertThat(rig.verb("ana", "status").out()).contains("failback-owed");
  }
}
