package io.signalbox.app;

import static io.signalbox.app.Run.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.journal.Journal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The verbs run, runs, attach and abort on a real sshd, within this process. */
class RunVerbTest {
  @TempDir Path folder;
  private KillRig rig;

  private void open(boolean readOnly) throws Exception {
    rig = new KillRig(folder, readOnly);
  }

  @AfterEach
  void stop() {
    if (rig != null) {
      rig.close();
    }
  }

  private Run run(String operator, List<String> options, String... argv) throws Exception {
    List<String> words = new ArrayList<>(List.of("run", "--profile", rig.profile().toString()));
    words.addAll(List.of("--host", "box-a", "--json"));
    words.addAll(options);
    words.add("--");
    words.addAll(List.of(argv));
    return rig.verb(operator, words.toArray(String[]::new));
  }

  private static final List<String> CONFIRMED =
      List.of("--confirm", "shop/box-a", "--reason", "it hangs");

  private static List<String> confirmed(String... more) {
    List<String> words = new ArrayList<>(CONFIRMED);
    words.addAll(List.of(more));
    return words;
  }

  /** A run of ana's on box-a that has begun and takes so many seconds. */
  private CompletableFuture<Run> sleeping(int seconds) {
    Path ready = folder.resolve("ready");
    String script = "touch " + ready + "; sleep " + seconds;
    CompletableFuture<Run> run = Run.later(() -> run("ana", CONFIRMED, "/bin/sh", "-c", script));
    await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(ready) || run.isDone());
    return run;
  }

  @Test
  void verdictsComeFromTheCommandAndItsProof() throws Exception {
    open(false);
    Run plain = run("ana", CONFIRMED, "echo", "hi");
    assertThat(plain.code()).as(plain.out()).isEqualTo(6);
    assertThat(json(plain).get("verdict").asString()).isEqualTo("SUCCEEDED_UNVERIFIED");
    assertThat(json(plain).get("output").toString()).contains("\"hi\"");
    assertThat(run("ana", confirmed("--verify", "true"), "true").code()).isZero();
    Run disproved = run("ana", confirmed("--verify", "echo no; exit 3"), "true");
    assertThat(disproved.code()).isEqualTo(1);
    assertThat(json(disproved).get("verdict").asString()).isEqualTo("FAILED_VERIFY");
    assertThat(json(disproved).get("output").toString()).contains("verify: no");
    Run failed = run("ana", confirmed("--verify", "true"), "/bin/sh", "-c", "exit 255");
    assertThat(json(failed).get("verdict").asString()).isEqualTo("FAILED");
  }

  @Test
  void theSamePlanHasTheSameHashAndAnotherIsRefused() throws Exception {
    open(true);
    Run first = run("ana", List.of("--plan"), "touch", folder + "/x");
    assertThat(first.code()).isEqualTo(3);
    assertThat(json(first).get("error").asString()).contains("read-only");
    String hash = json(first).get("plan").get("hash").asString();
    assertThat(
            json(run("ana", List.of("--plan"), "touch", folder + "/x"))
                .get("plan")
                .get("hash")
                .asString())
        .isEqualTo(hash);
    Run other = run("ana", confirmed("--unlock", "--plan-hash", hash), "touch", folder + "/y");
    assertThat(other.code()).isEqualTo(3);
    assertThat(folder.resolve("y")).doesNotExist();
    assertThat(run("ana", confirmed("--plan-hash", hash), "touch", folder + "/x").code())
        .isEqualTo(3);
    assertThat(folder.resolve("x")).doesNotExist();
    assertThat(
            run("ana", confirmed("--unlock", "--plan-hash", hash), "touch", folder + "/x").code())
        .isEqualTo(6);
    assertThat(folder.resolve("x")).exists();
  }

  @Test
  void attachPrintsWhatTheRunWroteAndNothingElse() throws Exception {
    open(false);
    Run run = run("ana", confirmed("--verify", "echo so"), "printf", "verify: mine\\n\\nabc");
    assertThat(run.code()).as(run.out()).isZero();
    Run attached =
        rig.verb(
            "ben",
            "attach",
            json(run).get("run").asString(),
            "--profile",
            rig.profile().toString());
    assertThat(attached.out()).isEqualTo("verify: mine\n\nabc");
    assertThat(attached.err()).contains("\nverify: so\n");
  }

  @Test
  void withoutTheConfirmTextNothingIsSent() throws Exception {
    open(false);
    assertThat(run("ana", List.of("--confirm", "shop/box-b"), "touch", folder + "/x").code())
        .isEqualTo(3);
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void F52_theSecondOperatorIsToldWhoHoldsTheLockAndCanEndTheFirstRun() throws Exception {
    open(false);
    CompletableFuture<Run> first = sleeping(600);
    Run second = run("ben", CONFIRMED, "touch", folder + "/x");
    assertThat(second.code()).as(second.out()).isEqualTo(75);
    assertThat(json(second).get("error").asString())
        .contains("lock:")
        .contains("held by ")
        .contains("running run-command on box-a: it hangs");
    assertThat(folder.resolve("x")).doesNotExist();
    String id = runs("ben").get(0).get("id").asString();
    assertThat(runs("ben").get(0).get("verdict").asString()).isEqualTo("RUNNING");
    Run abort =
        abort("ben", id, "--confirm", "shop/box-a", "--reason", "wrong host", "--grace", "5");
    assertThat(abort.code()).as(abort.out()).isZero();
    assertThat(first.get(1, TimeUnit.MINUTES).code()).isEqualTo(8);
    assertThat(runs("ben").get(0).get("verdict").asString()).isEqualTo("CANCELLED");
    assertThat(rig.verb("ben", "attach", id, "--profile", rig.profile().toString()).code())
        .isEqualTo(8);
    Run again = abort("ben", id, "--confirm", "shop/box-a", "--reason", "x");
    assertThat(again.code()).isEqualTo(3);
    assertThat(json(again).get("error").asString()).contains("nothing to end");
  }

  @Test
  void F54_aLockIsBrokenByItsHoldersExactNameAndPutOnRecord() throws Exception {
    open(false);
    CompletableFuture<Run> first = sleeping(600);
    String id = runs("ben").get(0).get("id").asString();
    assertThat(breakLock("WRONG", "--confirm", "shop/box-a").code()).isEqualTo(3);
    assertThat(breakLock(id, "--confirm", "shop").code()).isEqualTo(3);
    assertThat(run("ben", CONFIRMED, "true").code()).isEqualTo(75);
    Run broken = breakLock(id, "--confirm", "shop/box-a");
    assertThat(broken.code()).as(broken.out()).isZero();
    assertThat(run("ben", CONFIRMED, "true").code()).isEqualTo(6);
    assertThat(abort("ben", id, "--confirm", "shop/box-a", "--reason", "x", "--grace", "5").code())
        .isZero();
    assertThat(first.get(1, TimeUnit.MINUTES).code()).isEqualTo(8);
  }

  private Run breakLock(String id, String... more) throws Exception {
    List<String> words =
        new ArrayList<>(List.of("break-lock", id, "--profile", rig.profile().toString()));
    words.addAll(List.of("--host", "box-a", "--reason", "laptop is gone", "--json"));
    words.addAll(List.of(more));
    return rig.verb("ben", words.toArray(String[]::new));
  }

  private JsonNode runs(String operator) throws Exception {
    return json(rig.verb(operator, "runs", "--profile", rig.profile().toString(), "--json"));
  }

  private Run abort(String operator, String id, String... more) throws Exception {
    List<String> words =
        new ArrayList<>(List.of("abort", id, "--profile", rig.profile().toString(), "--json"));
    words.addAll(List.of(more));
    return rig.verb(operator, words.toArray(String[]::new));
  }

  @Test
  void whileAnotherInstanceHoldsTheJournalNothingIsDone() throws Exception {
    open(false);
    Path state = Files.createDirectories(rig.home("ana").resolve(".local/state/signalbox"));
    try (Journal _ = Journal.open(state, Clock.systemUTC(), "other")) {
      Run run = run("ana", CONFIRMED, "touch", folder + "/x");
      assertThat(run.code()).as(run.out()).isEqualTo(75);
    }
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void F50_anUnknownOutcomeBlocksTheHostUntilSomebodySaysWhatWasFound() throws Exception {
    open(false);
    CompletableFuture<Run> first = sleeping(600);
    String id = runs("ben").get(0).get("id").asString();
    Path pid = rig.hosts().runFolder(rig.hosts().first(), id).resolve("pid");
    ProcessHandle.of(Long.parseLong(Files.readString(pid).split(" ")[0]))
        .orElseThrow()
        .destroyForcibly();
    assertThat(first.get(1, TimeUnit.MINUTES).code()).isEqualTo(4);
    Run blocked = run("ana", CONFIRMED, "touch", folder + "/x");
    assertThat(blocked.code()).isEqualTo(3);
    assertThat(json(blocked).get("error").asString()).contains("unknown-pending").contains(id);
    Run elsewhere = run("ben", CONFIRMED, "touch", folder + "/x");
    assertThat(elsewhere.code()).as("processes of it are alive: " + elsewhere.out()).isEqualTo(3);
    assertThat(json(elsewhere).get("error").asString()).contains("unknown-pending").contains(id);
    assertThat(abort("ben", id, "--confirm", "shop/box-a", "--reason", "x", "--grace", "1").code())
        .isZero();
    assertThat(run("ben", CONFIRMED, "true").code()).isEqualTo(6);
    Run found =
        rig.verb(
            "ana", "found", id, "--profile", rig.profile().toString(), "--reason", "nothing broke");
    assertThat(found.code()).as(found.err()).isZero();
    assertThat(run("ana", CONFIRMED, "touch", folder + "/x").code()).isEqualTo(6);
  }

  @Test
  void anAbortOfARunWhoseHostIsSilentIsUnknown() throws Exception {
    open(false);
    String text = Files.readString(rig.profile());
    String silent = "port: " + rig.hosts().first().port();
    Files.writeString(rig.profile(), text.replace(silent, "port: 1"));
    Run abort =
        abort("ana", "01AAAAAAAAAAAAAAAAAAAAAAAA", "--confirm", "shop/box-a", "--reason", "x");
    assertThat(abort.code()).as(abort.err()).isEqualTo(4);
    assertThat(json(abort).get("verdict").asString()).isEqualTo("UNKNOWN");
    assertThat(json(abort).get("error").asString()).contains("silent: box-a");
  }

  @Test
  void F34_aPlanOnATerminalHidesNothingAndWorksNothing() throws Exception {
    open(false);
    Run plan =
        rig.verb(
            "ana",
            "run",
            "--profile",
            rig.profile().toString(),
            "--host",
            "box-a",
            "--plan",
            "--",
            "rm\r\u001b[2Kls",
            "a\n  pass    identity: agreed");
    assertThat(plan.out())
        .contains("'rm\u240d\u241b[2Kls'")
        .doesNotContain("\u001b")
        .doesNotContain("\n  pass    identity: agreed")
        .contains("\n  pass    identity: host key");
  }
}
