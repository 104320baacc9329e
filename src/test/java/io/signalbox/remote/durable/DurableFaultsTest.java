package io.signalbox.remote.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.signalbox.interlock.Permit;
import io.signalbox.interlock.PermitRefusedException;
import io.signalbox.interlock.Plan;
import io.signalbox.remote.ByteSink;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.ScriptEnd;
import io.signalbox.remote.ScriptRoad;
import io.signalbox.rig.DurableRig;
import io.signalbox.rig.Permits;
import io.signalbox.rig.RealSshd;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with hosts, locks and processes, each made on a real one. */
class DurableFaultsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @TempDir Path folder;
  private DurableRig rig;
  private DurableRuns runs;
  private final List<ProcessHandle> leftovers = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    rig = new DurableRig(folder);
    runs = rig.runs(null);
  }

  @AfterEach
  void stop() throws Exception {
    for (String id : List.of("R1", "R2", "R3")) {
      for (RealSshd box : List.of(rig.first(), rig.second())) {
        Path pid = rig.runFolder(box, id).resolve("pid");
        if (Files.exists(pid)) {
          abort(box == rig.first() ? "box-a" : "box-b", id, Duration.ofSeconds(1));
        }
      }
    }
    leftovers.forEach(ProcessHandle::destroyForcibly);
    rig.close();
  }

  private AbortAnswer abort(String host, String id, Duration grace) throws Exception {
    Permits permits = new Permits(rig.profile(null));
    Plan plan = permits.plan("abort", host, List.of(DurableRuns.abortCommand(host, id, grace)));
    return runs.abort(permits.permit(plan), plan, host, id, grace, "by ana");
  }

  private long pid(String id) throws Exception {
    String text = Files.readString(rig.runFolder(rig.first(), id).resolve("pid"));
    return Long.parseLong(text.split(" ")[0]);
  }

  private RunStatus status(String id) throws Exception {
    return runs.status("box-a", id);
  }

  @Test
  void F24_aFullDiskIsFoundBeforeAnythingIsStarted() throws Exception {
    Path disk = tmpfs("size=64k");
    try {
      long token = runs.survey("box-a").lastToken() + 1;
      StartAnswer answer = rig.start(runs, DurableRig.meta("R1", "box-a", token, "touch", "x"));
      assertThat(answer).isInstanceOf(StartAnswer.Refused.class);
      assertThat(((StartAnswer.Refused) answer).words()).contains("no space left");
      assertThat(status("R1").state()).isEqualTo(RunState.NEVER_STARTED);
    } finally {
      RealSshd.run("umount", "-l", disk.toString());
    }
  }

  @Test
  void F24_aDiskThatFillsUpMidRunStopsTheLogAndKeepsTheResult() throws Exception {
    Path disk = tmpfs("size=512k");
    try {
      rig.startNext(runs, "R1", "box-a", "/bin/sh", "-c", "head -c 2000000 /dev/zero; exit 7");
      DurableRig.Kept kept = new DurableRig.Kept();
      RunStatus end = runs.follow("box-a", "R1", kept, PATIENCE);
      assertThat(end.state()).isEqualTo(RunState.FINISHED);
      assertThat(end.exitCode()).isEqualTo(7);
      assertThat(kept.size()).isBetween(100_000, 512_000);
    } finally {
      RealSshd.run("umount", "-l", disk.toString());
    }
  }

  private Path tmpfs(String options) throws Exception {
    assumeTrue(System.getProperty("user.name").equals("root"), "mounting a tmpfs takes root");
    Path disk = Files.createDirectories(rig.first().home().resolve(".signalbox"));
    Process mount =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString())
            .redirectErrorStream(true)
            .start();
    assumeTrue(mount.waitFor() == 0, "this machine lets nobody mount a tmpfs");
    return disk;
  }

  @Test
  void F30_aHungRunIsEndedByItsHardLimit() throws Exception {
    long token = runs.survey("box-a").lastToken() + 1;
    rig.start(runs, DurableRig.meta("R1", "box-a", token, "sleep", "3600"), Duration.ofSeconds(1));
    RunStatus end = runs.follow("box-a", "R1", new DurableRig.Kept(), PATIENCE);
    assertThat(end.timedOut()).isTrue();
    assertThat(end.exitCode()).isEqualTo(143);
  }

  @Test
  void F30_abortEndsWhatIgnoresTermAndWhatLeftTheGroupAndProvesIt() throws Exception {
    Path child = folder.resolve("child");
    String stubborn =
        "trap '' TERM; setsid sh -c 'trap \"\" TERM; echo $$ >%s; while :; do sleep 1; done' &"
            + " while :; do sleep 1; done";
    rig.startNext(runs, "R1", "box-a", "/bin/sh", "-c", stubborn.formatted(child));
    await().until(() -> Files.exists(child) && Files.size(child) > 0);
    ProcessHandle escaped =
        ProcessHandle.of(Long.parseLong(Files.readString(child).strip())).orElseThrow();
    leftovers.add(escaped);
    assertThat(escaped.isAlive()).isTrue();
    AbortAnswer answer = abort("box-a", "R1", Duration.ofSeconds(1));
    assertThat(answer.proof()).isEqualTo(AbortAnswer.Proof.STOPPED);
    assertThat(answer.status().aborted()).isTrue();
    assertThat(answer.status().exitCode()).isEqualTo(137);
    await().until(() -> !escaped.isAlive());
    assertThat(runs.survey("box-a").held()).isFalse();
  }

  @Test
  void F30_anAbortThatCannotReachTheHostSaysUnknown() throws Exception {
    Permits permits = new Permits(rig.profile(null));
    Duration grace = Duration.ofSeconds(1);
    Plan plan =
        permits.plan("abort", "box-a", List.of(DurableRuns.abortCommand("box-a", "R1", grace)));
    ScriptRoad real = rig.shell(null);
    ScriptRoad cut =
        new ScriptRoad() {
          @Override
          public String address(String host) throws RemoteException, InterruptedException {
            return real.address(host);
          }

          @Override
          public ScriptEnd send(String host, String script, ByteSink out, Duration limit) {
            return new ScriptEnd(null, List.of());
          }
        };
    DurableRuns blind = new DurableRuns(rig.profile(null), cut, _ -> {});
    AbortAnswer answer = blind.abort(permits.permit(plan), plan, "box-a", "R1", grace, "x");
    assertThat(answer.proof()).isEqualTo(AbortAnswer.Proof.UNKNOWN);
  }

  @Test
  void F50_aRebootMidRunIsUnknownNotFinished() throws Exception {
    rig.startNext(runs, "R1", "box-a", "sleep", "3600");
    Path file = rig.runFolder(rig.first(), "R1").resolve("pid");
    String was = Files.readString(file);
    String[] words = was.strip().split(" ");
    Files.writeString(file, words[0] + " " + words[1] + " 00000000-another-boot\n");
    assertThat(status("R1").state()).isEqualTo(RunState.LOST);
    assertThat(status("R1").exitCode()).isNull();
    Files.writeString(file, was);
    assertThat(status("R1").state()).isEqualTo(RunState.RUNNING);
  }

  @Test
  void F51_aProcessThatHasTheSameNumberByChanceIsNotTheRun() throws Exception {
    rig.startNext(runs, "R1", "box-a", "true");
    runs.follow("box-a", "R1", new DurableRig.Kept(), PATIENCE);
    Path run = rig.runFolder(rig.first(), "R1");
    Files.delete(run.resolve("rc"));
    String boot = Files.readString(run.resolve("pid")).strip().split(" ")[2];
    Files.writeString(run.resolve("pid"), ProcessHandle.current().pid() + " 1 " + boot + "\n");
    assertThat(status("R1").state()).isEqualTo(RunState.LOST);
    AbortAnswer answer = abort("box-a", "R1", Duration.ofSeconds(1));
    assertThat(answer.proof()).isEqualTo(AbortAnswer.Proof.STOPPED);
    Files.delete(run.resolve("pid"));
  }

  @Test
  void F52_ofFiftyStartsAtOnceOneWinsAndTheOthersSeeWhoHoldsIt() throws Exception {
    DurableRuns other = rig.runs(null);
    Path ran = folder.resolve("ran");
    long token = runs.survey("box-a").lastToken() + 1;
    CountDownLatch go = new CountDownLatch(1);
    List<Future<StartAnswer>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        DurableRuns laptop = i % 2 == 0 ? runs : other;
        RunMeta meta =
            DurableRig.meta(
                "S" + i, "box-a", token + i, "/bin/sh", "-c", "echo x >>" + ran + "; sleep 3600");
        answers.add(
            threads.submit(
                () -> {
                  go.await();
                  return rig.start(laptop, meta);
                }));
      }
      go.countDown();
      String winner = null;
      int held = 0;
      for (Future<StartAnswer> answer : answers) {
        switch (answer.get(4, TimeUnit.MINUTES)) {
          case StartAnswer.Running running -> {
            assertThat(winner).isNull();
            winner = running.status().id();
          }
          case StartAnswer.Held loser -> {
            held++;
            assertThat(loser.words())
                .contains("held by ana on laptop since 2026-01-05T03:12:00Z")
                .contains("running run-command on box-a: it hangs");
          }
          default -> throw new AssertionError(answer.get());
        }
      }
      assertThat(winner).isNotNull();
      assertThat(held).isEqualTo(49);
      assertThat(runs.survey("box-a").holder().id()).isEqualTo(winner);
      assertThat(abort("box-a", winner, Duration.ofSeconds(5)).proof())
          .isEqualTo(AbortAnswer.Proof.STOPPED);
    }
    assertThat(Files.readAllLines(ran)).containsExactly("x");
  }

  @Test
  void F53_aPausedClientsTokenIsStaleWhenItComesBack() throws Exception {
    long seenByTheSleeper = runs.survey("box-a").lastToken() + 1;
    rig.startNext(rig.runs(null), "R2", "box-a", "true");
    runs.follow("box-a", "R2", new DurableRig.Kept(), PATIENCE);
    await().until(() -> !runs.survey("box-a").held());
    StartAnswer answer =
        rig.start(runs, DurableRig.meta("R1", "box-a", seenByTheSleeper, "touch", "x"));
    assertThat(answer).isInstanceOf(StartAnswer.Refused.class);
    assertThat(((StartAnswer.Refused) answer).words()).contains("stale");
    assertThat(status("R1").state()).isEqualTo(RunState.NEVER_STARTED);
  }

  @Test
  void F54_theLockOfADeadHolderIsFreeAndItsRunIsUnknown() throws Exception {
    rig.startNext(runs, "R1", "box-a", "sleep", "3600");
    assertThat(runs.survey("box-a").held()).isTrue();
    ProcessHandle.of(pid("R1")).orElseThrow().destroyForcibly();
    await().until(() -> !runs.survey("box-a").held());
    assertThat(status("R1").state()).isEqualTo(RunState.LOST);
    assertThat(status("R1").left()).isPositive();
    assertThat(rig.startNext(runs, "R2", "box-a", "true")).isInstanceOf(StartAnswer.Running.class);
  }

  @Test
  void F54_breakingALockTakesItsHoldersExactNameAndAPermit() throws Exception {
    rig.startNext(runs, "R1", "box-a", "sleep", "3600");
    Permits permits = new Permits(rig.profile(null));
    Plan other =
        permits.plan("break-lock", "box-a", List.of(DurableRuns.breakCommand("box-a", "R7")));
    Permit permit = permits.permit(other);
    assertThatThrownBy(() -> runs.breakLock(permit, other, "box-a", "R7", null))
        .hasMessageContaining("not held by R7");
    assertThatThrownBy(() -> runs.breakLock(permit, other, "box-a", "R7", null))
        .isInstanceOf(PermitRefusedException.class);
    Plan plan =
        permits.plan("break-lock", "box-a", List.of(DurableRuns.breakCommand("box-a", "R1")));
    assertThat(runs.survey("box-a").held()).isTrue();
    runs.breakLock(permits.permit(plan), plan, "box-a", "R1", null);
    assertThat(runs.survey("box-a").held()).isFalse();
    assertThat(status("R1").state()).isEqualTo(RunState.RUNNING);
  }

  @Test
  void theControlHostKeepsTheLockOfARunElsewhere() throws Exception {
    DurableRuns controlled = rig.runs("box-b");
    rig.startNext(controlled, "R1", "box-a", "/bin/sh", "-c", "sleep 2; echo done");
    assertThat(controlled.survey("box-a").held()).isTrue();
    StartAnswer second = rig.startNext(controlled, "R2", "box-b", "true");
    assertThat(second).isInstanceOf(StartAnswer.Held.class);
    assertThat(rig.controlFolder().resolve("holds/R1")).exists();
    DurableRig.Kept kept = new DurableRig.Kept();
    assertThat(controlled.follow("box-a", "R1", kept, PATIENCE).exitCode()).isZero();
    assertThat(new String(kept.all(), StandardCharsets.UTF_8)).isEqualTo("done\n");
    assertThat(controlled.survey("box-b").held()).isFalse();
    assertThat(rig.controlFolder().resolve("holds/R1")).doesNotExist();
    rig.startNext(controlled, "R3", "box-b", "true");
    assertThat(controlled.follow("box-b", "R3", kept, PATIENCE).exitCode()).isZero();
    assertThat(rig.controlFolder().resolve("runs/R3/rc")).exists();
  }

  @Test
  void aLockKeptElsewhereForARunThatNobodyWatchedToItsEndIsGivenUp() throws Exception {
    DurableRuns controlled = rig.runs("box-b");
    rig.startNext(controlled, "R1", "box-a", "sleep", "1");
    Path rc = rig.runFolder(rig.first(), "R1").resolve("rc");
    await().until(() -> Files.exists(rc));
    assertThat(rig.controlFolder().resolve("holds/R1")).exists();
    assertThat(controlled.survey("box-b").held()).isFalse();
    assertThat(rig.controlFolder().resolve("holds/R1")).doesNotExist();
  }

  @Test
  void runsOlderThanTwoWeeksAreClearedAwayByTheNextStart() throws Exception {
    rig.startNext(runs, "R1", "box-a", "true");
    runs.follow("box-a", "R1", new DurableRig.Kept(), PATIENCE);
    Path old = rig.runFolder(rig.first(), "R1");
    RealSshd.run("touch", "-d", "16 days ago", old.toString());
    await().until(() -> !runs.survey("box-a").held());
    rig.startNext(runs, "R2", "box-a", "true");
    assertThat(old).doesNotExist();
    assertThat(rig.runFolder(rig.first(), "R2")).exists();
  }
}
