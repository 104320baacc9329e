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
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Failover by its verbs: GitHub's refusals, two real sshd, a real Prometheus. */
@ExtendWith(FailoverServers.Shared.class)
class FailoverVerbTest {
  private static final String LABELS = "/repos/acme/shop/actions/runners/";

  @TempDir Path folder;
  @AutoClose private FailoverRig rig;

  @BeforeEach
  void start(FailoverServers servers) throws Exception {
    rig = new FailoverRig(servers, folder, FailoverRig.GUARDRAIL);
  }

  private static String verdict(Run run) {
    return json(run).get("verdict").asString();
  }

  @Test
  void aPlanNamesTheOneCandidateAndTheCommandsInOrder() throws Exception {
    rig.primaryDies();
    rig.github.run("deploy.yml", DEPLOY);
    Run run = rig.verb("ana", "failover", "--plan");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    JsonNode plan = json(run).get("plan");
    assertThat(plan.get("confirm").asString()).isEqualTo("production/" + B);
    assertThat(plan.get("tier").asInt()).isEqualTo(4);
    assertThat(plan.get("commands").get(0).toString())
        .isEqualTo(
            "[\"POST\",\"" + LABELS + "102/labels\",\"{\\\"labels\\\":[\\\"primary\\\"]}\"]");
    assertThat(plan.get("commands").get(1).toString())
        .isEqualTo("[\"DELETE\",\"" + LABELS + "101/labels/primary\"]");
    assertThat(json(run).get("candidates").get(0).get("qualifies").asBoolean()).isTrue();
    assertThat(rig.github.writes()).isEmpty();
  }

  @Test
  void theStuckDeployLandsOnTheStandInAndThatIsTheProof() throws Exception {
    rig.primaryDies();
    GithubRig.Run deploy = rig.github.run("deploy.yml", DEPLOY);
    Run explained = rig.verb("ana", "explain", "--run", "" + deploy.id());
    assertThat(explained.out()).contains("\"verdict\" : \"offline\"").contains("lacks `primary`");
    Run run = rig.failover();
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(deploy.runner).isEqualTo(B);
    assertThat(rig.standIn.labels).contains("primary", "secondary");
    assertThat(rig.primary.labels).doesNotContain("primary").contains("production");
    assertThat(Files.readString(rig.hostA.home().resolve("asked")))
        .contains("stop runner-a.service");
    assertThat(rig.journal("ana"))
        .contains("labels:acme/shop:101:" + A)
        .contains("self-hosted,Linux,X64,production,primary");
    assertThat(rig.verb("ana", "status").out()).contains("failback-owed");
  }

  @Test
  void withoutAJobItIsDoneButUnverifiedAndTheWayBackIsTheSame() throws Exception {
    rig.primaryDies();
    Run run = rig.failover();
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(6);
    assertThat(verdict(run)).isEqualTo("SUCCEEDED_UNVERIFIED");
    Run early = rig.confirmed("failback", A);
    assertThat(early.code()).as(early.out()).isEqualTo(3);
    assertThat(early.out()).contains("offline");
    rig.primary.online = true;
    Run back = rig.confirmed("failback", A);
    assertThat(back.code()).as(back.out() + back.err()).isEqualTo(6);
    assertThat(rig.primary.labels).contains("primary");
    assertThat(rig.standIn.labels).doesNotContain("primary").contains("secondary");
    Run again = rig.confirmed("failback", A);
    assertThat(again.code()).isEqualTo(3);
    assertThat(again.out()).contains("nothing to fail back");
  }

  @Test
  void aPlannedSwitchoverIsProvedByTheProbe() throws Exception {
    rig.edit("failover:\n", "failover:\n  probeWorkflow: probe.yml\n");
    rig.github.dispatchesWithoutDetails();
    Run run = rig.confirmed("switchover", B);
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("probe run");
    assertThat(Files.exists(rig.hostA.home().resolve("asked"))).isFalse();
  }

  @Test
  void theStuckDeployIsCancelledAndRunAgainWhenAsked() throws Exception {
    rig.primaryDies();
    rig.github.matchesOnce();
    GithubRig.Run deploy = rig.github.run("deploy.yml", DEPLOY);
    Run run = rig.failover("--rerun-stuck");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(0);
    assertThat(rig.github.writes())
        .contains("POST /repos/acme/shop/actions/runs/" + deploy.id() + "/cancel")
        .contains("POST /repos/acme/shop/actions/runs/" + deploy.id() + "/rerun-failed-jobs");
    assertThat(deploy.runner).isEqualTo(B);
  }

  @Test
  void aDeadMachineIsNoFailureOfTheFailover() throws Exception {
    rig.primaryDies();
    rig.hostA.close();
    rig.github.run("deploy.yml", DEPLOY);
    Run run = rig.failover();
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("does not answer over SSH");
  }

  @Test
  void F56_sameMachineBusyPrimaryAndBlindnessAreRefusedWithTheirRule() throws Exception {
    rig.primary.busy = true;
    Run busy = rig.verb("ana", "failover", "--plan");
    assertThat(busy.code()).isEqualTo(3);
    assertThat(json(busy).get("error").asString()).contains("busy: " + A + " is busy");
    Run accepted = rig.failover("--override", "busy");
    assertThat(accepted.code()).as(accepted.out()).isEqualTo(6);
    assertThat(Files.exists(rig.hostA.home().resolve("asked"))).isTrue();
    assertThat(rig.failover("--undo", json(accepted).get("run").asString()).code())
        .isEqualTo(3); // the primary is busy still, and that was overridden for one run alone
    rig.primary.busy = false;
    assertThat(rig.failover("--undo", json(accepted).get("run").asString()).code()).isZero();
    rig.github.losesAPage();
    Run partial = rig.verb("ana", "failover", "--plan");
    assertThat(partial.code()).as(partial.out() + partial.err()).isEqualTo(3);
    assertThat(partial.out()).contains("GitHub answered only in part");
    rig.edit("host: runner-b", "host: runner-a");
    Run same = rig.verb("ana", "failover", "--plan");
    assertThat(same.code()).isEqualTo(3);
    assertThat(same.out()).contains("independent-host").contains("the same host as " + A);
  }

  @Test
  void F56_withoutPrometheusNobodyKnowsAndWithBothDownPeopleAreTold() throws Exception {
    rig.servers.stopPrometheus();
    Run blind = rig.verb("ana", "failover", "--plan");
    assertThat(blind.code()).isEqualTo(3);
    assertThat(blind.out()).contains("Prometheus main is blind");
    rig.servers.startPrometheus();
    rig.primaryDies();
    rig.standIn.online = false;
    Run down = rig.verb("ana", "failover", "--plan");
    assertThat(down.code()).isEqualTo(3);
    assertThat(down.out()).contains("offline").contains("\"escalation\"").contains("stakeholders");
    assertThat(rig.github.writes()).isEmpty();
  }

  @Test
  void F57_aHalfFailoverIsPartialAndTheSameCommandFinishesIt() throws Exception {
    rig.primaryDies();
    rig.github.trouble("DELETE .*", Trouble.FAILS);
    Run half = rig.failover("--plan-hash", planHash());
    assertThat(half.code()).as(half.out() + half.err()).isEqualTo(7);
    assertThat(verdict(half)).isEqualTo("PARTIAL");
    assertThat(json(half).get("error").asString()).contains("both active").contains("--undo");
    assertThat(rig.verb("ana", "status").out()).contains("failover-half-done");
    Run finished = rig.failover();
    assertThat(finished.code()).as(finished.out() + finished.err()).isEqualTo(6);
    assertThat(rig.primary.labels).doesNotContain("primary");
    assertThat(rig.journal("ana")).contains("\"PARTIAL\"").contains("\"SUCCEEDED_UNVERIFIED\"");
  }

  private String planHash() throws Exception {
    return json(rig.verb("ana", "failover", "--plan")).get("plan").get("hash").asString();
  }

  @Test
  void F57_aHalfFailoverCanBeTakenBack() throws Exception {
    rig.primaryDies();
    rig.github.trouble("DELETE .*", Trouble.FAILS);
    Run half = rig.failover();
    assertThat(half.code()).as(half.out() + half.err()).isEqualTo(7);
    String id = json(half).get("run").asString();
    Run plan = rig.verb("ana", "failover", "--undo", id, "--plan");
    assertThat(json(plan).get("plan").get("confirm").asString()).isEqualTo("production/" + B);
    Run undone = rig.failover("--undo", id);
    assertThat(undone.code()).as(undone.out() + undone.err()).isZero();
    assertThat(rig.standIn.labels)
        .isEqualTo(List.of("self-hosted", "Linux", "X64", "production", "secondary"));
    assertThat(rig.primary.labels).contains("primary");
  }

  @Test
  void aLostAnswerIsDecidedByReadingAgain() throws Exception {
    rig.primaryDies();
    rig.github.trouble("POST .*/labels", Trouble.CUT_AFTER);
    rig.github.trouble("DELETE .*", Trouble.CUT_AFTER);
    Run done = rig.failover();
    assertThat(done.code()).as(done.out() + done.err()).isEqualTo(6);
    assertThat(rig.github.writes()).hasSize(2);
  }

  @Test
  void whatNeverArrivedChangesNothingAndIsNotSentTwice() throws Exception {
    rig.primaryDies();
    rig.github.trouble("POST .*/labels", Trouble.CUT_BEFORE);
    Run lost = rig.failover();
    assertThat(lost.code()).as(lost.out()).isEqualTo(1);
    assertThat(json(lost).get("error").asString()).contains("No label was changed");
    assertThat(rig.github.writes()).hasSize(1);
    rig.github.trouble("POST .*/labels", Trouble.HIDDEN);
    Run hidden = rig.failover();
    assertThat(hidden.code()).isEqualTo(1);
    assertThat(json(hidden).get("error").asString()).contains("404").contains("Administration");
    rig.github.trouble("POST .*/labels", Trouble.LIMITED);
    Run limited = rig.failover();
    assertThat(limited.code()).isEqualTo(1);
    assertThat(json(limited).get("error").asString()).contains("wait 60 s");
  }

  @Test
  void F58_labelsThatSomebodyChangesMeanwhileStopIt() throws Exception {
    rig.primaryDies();
    rig.github.after("POST .*/labels", () -> rig.standIn.labels.remove("production"));
    Run run = rig.failover();
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(7);
    assertThat(json(run).get("error").asString()).contains("not as they should be");
    assertThat(rig.primary.labels).contains("primary");
    assertThat(rig.github.writes()).hasSize(1);
  }

  @Test
  void theRoleIsNotTakenWhenTheStandInIsGoneByThen() throws Exception {
    rig.primaryDies();
    rig.github.after("POST .*/labels", () -> rig.standIn.online = false);
    Run run = rig.failover();
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(7);
    assertThat(rig.primary.labels).contains("primary");
    assertThat(json(run).get("error").asString()).contains("went offline");
  }

  @Test
  void aBreachedGuardrailStopsOrTakesBackOrIsBorne() throws Exception {
    rig.primaryDies();
    rig.servers.awaitErrorRate(0);
    rig.github.after("POST .*/labels", this::breach);
    Run stopped = rig.failover();
    assertThat(stopped.code()).as(stopped.out() + stopped.err()).isEqualTo(7);
    assertThat(json(stopped).get("error").asString())
        .contains("stopped by a guardrail")
        .contains("both active");
    heal();
    assertThat(rig.failover("--undo", json(stopped).get("run").asString()).code()).isZero();
    rig.github.after("POST .*/labels", this::breach);
    Run undone = rig.failover("--on-breach", "undo");
    assertThat(undone.code()).as(undone.out() + undone.err()).isEqualTo(8);
    assertThat(rig.standIn.labels).doesNotContain("primary");
    heal();
    rig.github.after("POST .*/labels", this::breach);
    Run borne = rig.failover("--on-breach", "go-on");
    assertThat(borne.code()).as(borne.out() + borne.err()).isEqualTo(6);
    assertThat(rig.primary.labels).doesNotContain("primary");
  }

  private void breach() {
    rig.servers.errorRate(5);
    rig.servers.awaitErrorRate(5);
  }

  private void heal() {
    rig.servers.errorRate(0);
    rig.servers.awaitErrorRate(0);
  }

  @Test
  void withSeveralCandidatesNothingIsChosen() throws Exception {
    rig.github.runner("shop-runner-c", "self-hosted", "Linux", "X64", "production");
    rig.github.runner("stray", "self-hosted", "Linux", "X64", "production");
    rig.edit(
        "deployment:",
        "  - { github: shop-runner-c, host: runner-b, failover: approved }\ndeployment:");
    Run run = rig.verb("ana", "failover", "--plan");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(2);
    JsonNode candidates = json(run).get("candidates");
    assertThat(candidates.size()).isEqualTo(4);
    assertThat(candidates.get(0).get("qualifies").asBoolean()).isTrue();
    assertThat(candidates.get(1).get("qualifies").asBoolean()).isTrue();
    assertThat(candidates.get(2).get("runner").asString()).isEqualTo(A);
    assertThat(candidates.get(2).get("whyNot").asString()).startsWith("has the role");
    assertThat(candidates.get(3).get("runner").asString()).isEqualTo("stray");
    assertThat(candidates.get(3).get("whyNot").asString()).contains("no entry in the profile");
    assertThat(json(run).get("plan").isNull()).isTrue();
    assertThat(rig.verb("ana", "failover", "--to", "shop-runner-c", "--plan").code()).isZero();
    assertThat(rig.verb("ana", "failover", "--to", "nobody", "--plan").code()).isEqualTo(2);
    Run stray = rig.verb("ana", "failover", "--to", "stray", "--plan");
    assertThat(stray.code()).isEqualTo(2);
    assertThat(json(stray).get("error").asString()).contains("no entry in the profile");
  }
}
