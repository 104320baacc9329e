package io.signalbox.app;

import static io.signalbox.app.FailoverRig.A;
import static io.signalbox.app.FailoverRig.B;
import static io.signalbox.app.FailoverRig.DEPLOY;
import static io.signalbox.app.Run.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.rig.GithubRig;
import io.signalbox.rig.GithubRig.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What looks like the proof of a failover and is none, and what was not taken back. */
@ExtendWith(FailoverServers.Shared.class)
class FailoverProofTest {
  @TempDir Path folder;
  @AutoClose private FailoverRig rig;

  @BeforeEach
  void start(FailoverServers servers) throws Exception {
    rig = new FailoverRig(servers, folder, FailoverRig.GUARDRAIL);
    rig.primaryDies();
  }

  private static String error(Run run) {
    return json(run).get("error").asString();
  }

  @Test
  void anOldProbeIsNotTakenForTheOneWhoseStartWasLost() throws Exception {
    rig.edit("failover:\n", "failover:\n  probeWorkflow: probe.yml\n");
    rig.github.finish(rig.github.run("probe.yml", "self-hosted", "secondary"), "success");
    for (int tries = 0; tries < 3; tries++) {
      rig.github.trouble("GET .*/workflows/probe.yml/runs", Trouble.FAILS);
    }
    rig.github.trouble("POST .*/dispatches", Trouble.CUT_BEFORE);
    Run run = rig.failover("--wait", "5s");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(6);
    assertThat(error(run)).contains("no job was seen on " + B);
  }

  @Test
  void aDeployThatBeganOnTheStandInIsNotCutOffToRunItAgain() throws Exception {
    GithubRig.Run deploy = rig.github.run("deploy.yml", DEPLOY);
    Run run = rig.failover("--rerun-stuck");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(deploy.runner).isEqualTo(B);
    assertThat(rig.github.writes()).noneMatch(one -> one.contains("/cancel"));
  }

  @Test
  void aDeployThatIsDoneOnTheStandInByThenIsNotMadeAgain() throws Exception {
    GithubRig.Run deploy = rig.github.run("deploy.yml", DEPLOY);
    rig.github.after("DELETE .*", () -> rig.github.finish(deploy, "success"));
    Run run = rig.failover("--rerun-stuck");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(deploy.runner).isEqualTo(B);
    assertThat(rig.github.writes())
        .noneMatch(one -> one.contains("/cancel") || one.contains("/rerun"));
  }

  @Test
  void aServiceWhoseStateIsNotReadableAfterTheStopIsNotCalledStopped() throws Exception {
    rig.github.run("deploy.yml", DEPLOY);
    rig.hostA.fake(
        "systemctl",
        """
        case $1 in
          show) [ ! -e ~/asked ] && printf 'LoadState=loaded\nActiveState=active\n' ;;
          stop) echo "$*" >>~/asked ;;
        esac
        """);
    Run run = rig.failover();
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(6);
    assertThat(error(run)).contains("whether its service is stopped is not known");
    assertThat(run.out()).doesNotContain("taken as dead");
  }

  @Test
  void theRoleIsNotTakenWhenTheStandInGoesAfterItWasReadBack() throws Exception {
    rig.github.after(
        "POST .*/labels",
        () -> rig.github.after("GET .*/runners/102", () -> rig.standIn.online = false));
    Run run = rig.failover();
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(7);
    assertThat(error(run)).contains("went offline");
    assertThat(rig.primary.labels).contains("primary");
  }

  @Test
  void F57_aHalfFailoverThatCannotBeFinishedStaysHalf() throws Exception {
    rig.github.trouble("DELETE .*", Trouble.FAILS).trouble("DELETE .*", Trouble.FAILS);
    assertThat(rig.failover().code()).isEqualTo(7);
    Run again = rig.failover();
    assertThat(again.code()).as(again.out() + again.err()).isEqualTo(7);
    assertThat(error(again)).contains("both active");
  }

  @Test
  void whatWasTakenBackAfterTheServiceWasStoppedIsSaidToBeHalfDone() throws Exception {
    rig.servers.awaitErrorRate(0);
    rig.github.matchesOnce();
    rig.github.run("deploy.yml", DEPLOY);
    rig.github.after(
        "POST .*/cancel",
        () -> {
          rig.servers.errorRate(5);
          rig.servers.awaitErrorRate(5);
        });
    Run run = rig.failover("--rerun-stuck", "--on-breach", "undo");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(7);
    assertThat(error(run)).contains("service of " + A + " was stopped").contains("by hand");
    assertThat(rig.primary.labels).contains("primary");
    assertThat(Files.readString(rig.hostA.home().resolve("asked"))).contains("stop");
  }

  @Test
  void aLockedHostIsLeftAlone() throws Exception {
    rig.edit(
        "{ name: runner-a, hostname: runner-a,",
        "{ name: runner-a, hostname: runner-a, locked: true,");
    Run run = rig.failover();
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(6);
    assertThat(run.out()).contains("runner-a is locked in the profile");
    assertThat(Files.exists(rig.hostA.home().resolve("asked"))).isFalse();
    assertThat(rig.primary.labels).doesNotContain("primary");
  }
}
