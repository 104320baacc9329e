package io.signalbox.app;

import static io.signalbox.app.FailoverRig.A;
import static io.signalbox.app.FailoverRig.B;
import static io.signalbox.app.FailoverRig.DEPLOY;
import static io.signalbox.app.Run.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.action.ActionRun;
import io.signalbox.action.Intent;
import io.signalbox.action.Verdict;
import io.signalbox.interlock.Approval;
import io.signalbox.interlock.Asking;
import io.signalbox.interlock.Plan;
import io.signalbox.model.InputState;
import io.signalbox.model.RoleMove;
import io.signalbox.model.Signal;
import io.signalbox.rig.GithubRig;
import io.signalbox.rig.RealSshd;
import io.signalbox.rig.ServedExporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What changes after a plan was made, runners that are gone, and runners of an organization. */
@ExtendWith(FailoverServers.Shared.class)
class FailoverLaterTest {
  @TempDir Path folder;
  private FailoverRig rig;
  private ServedExporter production;

  @BeforeEach
  void start(FailoverServers servers) throws Exception {
    production = new ServedExporter("ok");
    rig =
        new FailoverRig(
            servers,
            folder,
            "failover: { reachability: [\"http://%s/metrics\"] }".formatted(production.instance()));
    rig.primaryDies();
  }

  @AfterEach
  void stop() {
    rig.close();
    production.close();
  }

  private static Plan planned(Station station) throws Exception {
    Plan plan =
        station
            .desk()
            .propose(new Intent.MoveRole(RoleMove.FAILOVER, A, B), Asking.PLAIN)
            .get(60, TimeUnit.SECONDS);
    assertThat(plan.refused()).as(plan.preconditions().toString()).isFalse();
    return plan;
  }

  private static ActionRun approved(Station station, Plan plan) throws Exception {
    Approval approval =
        new Approval(plan.hash(), plan.confirmText(), "drill", "ana", station.clock().instant());
    return station.desk().approve(plan, approval).get(60, TimeUnit.SECONDS);
  }

  @Test
  void aCandidateThatFailsWhileThePlanWaitsIsJudgedAgainBeforeThePermit() throws Exception {
    try (Station station = new Station(rig.profile(), rig.around("ana"))) {
      station.start();
      var _ = station.awaitFirstReadings();
      Plan plan = planned(station);
      assertThat(station.desk().objections(plan)).isEmpty();
      rig.servers.standInService(0);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  station
                      .hub()
                      .latest()
                      .runner(B)
                      .map(one -> one.input(Signal.STATUS))
                      .filter(in -> in.state() == InputState.FRESH)
                      .filter(in -> Double.valueOf(0).equals(in.number()))
                      .isPresent());
      assertThat(station.desk().objections(plan))
          .anyMatch(one -> one.startsWith("candidate: ") && one.contains("0 (down)"));
      ActionRun run = approved(station, plan);
      assertThat(run.verdict()).isEqualTo(Verdict.NOT_RUN);
      assertThat(run.error()).startsWith("candidate: ").contains("nothing was sent");
      assertThat(rig.github.writes()).isEmpty();
    }
  }

  @Test
  void productionThatIsOutOfReachByThenIsFoundFromTheCandidateItself() throws Exception {
    try (Station station = new Station(rig.profile(), rig.around("ana"))) {
      station.start();
      var _ = station.awaitFirstReadings();
      Plan plan = planned(station);
      production.stop();
      ActionRun run = approved(station, plan);
      assertThat(run.verdict()).isEqualTo(Verdict.NOT_RUN);
      assertThat(run.error()).contains("reachability").contains("does not answer from runner-b");
      assertThat(rig.github.writes()).isEmpty();
    }
  }

  @Test
  void theCandidateIsAskedWithWhateverToolItsMachineHas() throws Exception {
    onlyTools(rig.hostB, "curl");
    assertThat(reachability()).startsWith("pass http").contains("answers 200 from runner-b");
    onlyTools(rig.hostB, "bash", "timeout");
    assertThat(reachability()).startsWith("pass http").contains("(tcp)");
    onlyTools(rig.hostB);
    assertThat(reachability()).startsWith("not checked").contains("neither curl nor wget nor bash");
    production.stop();
    onlyTools(rig.hostB, "bash", "timeout");
    assertThat(reachability()).startsWith("fail").contains("does not answer from runner-b");
  }

  /** Nothing but the shell and these on the path; the profile's own tools for the rest. */
  private static void onlyTools(RealSshd host, String... tools) throws Exception {
    for (String hidden : List.of("curl", "wget", "bash", "timeout")) {
      Files.deleteIfExists(host.fakes().resolve(hidden));
    }
    for (String tool : tools) {
      Path real = Path.of("/usr/bin", tool);
      if (Files.isExecutable(real)) {
        Files.createSymbolicLink(host.fakes().resolve(tool), real);
      } else {
        host.fake(tool, "printf 200\n");
      }
    }
    host.restart(true);
  }

  private String reachability() throws Exception {
    Run run = rig.verb("ana", "failover", "--plan");
    for (var check : json(run).get("candidates").get(0).get("checks")) {
      if (check.get("id").asString().equals("reachability")) {
        return check.get("verdict").asString() + " " + check.get("observed").asString();
      }
    }
    return "no such check: " + run.out() + run.err();
  }

  @Test
  void aPrimaryThatGithubListsNoMoreIsFailedOverFromWithoutADelete() throws Exception {
    rig.github.unregister(rig.primary);
    assertThat(rig.verb("ana", "status").out()).contains("role-gone");
    GithubRig.Run deploy = rig.github.run("deploy.yml", DEPLOY);
    Run plan = rig.verb("ana", "failover", "--plan");
    assertThat(plan.code()).as(plan.out() + plan.err()).isZero();
    assertThat(json(plan).get("plan").get("commands").toString()).doesNotContain("DELETE");
    Run run = rig.failover();
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("no label is taken from " + A).contains("by the profile it had");
    assertThat(deploy.runner).isEqualTo(B);
    assertThat(rig.github.writes()).hasSize(1);
    assertThat(rig.verb("ana", "status").out()).contains("failback-owed");
    rig.github.finish(deploy, "success");
    Run undone = rig.failover("--undo", json(run).get("run").asString());
    assertThat(undone.code()).as(undone.out() + undone.err()).isZero();
    assertThat(rig.standIn.labels).doesNotContain("primary");
  }

  @Test
  void aRunnerThatNobodyKnowsIsNotTakenForOneThatIsGone() throws Exception {
    Run typo = rig.verb("ana", "failover", "--from", "shop-runner-z", "--plan");
    assertThat(typo.code()).isEqualTo(2);
    rig.github.unregister(rig.primary);
    rig.github.losesAPage();
    Run partial = rig.verb("ana", "failover", "--plan");
    assertThat(partial.code()).as(partial.out() + partial.err()).isEqualTo(3);
    assertThat(rig.github.writes()).isEmpty();
  }

  @Test
  void runnersOfAnOrganizationAreMovedThere() throws Exception {
    rig.edit("repositories: [acme/shop]", "repositories: [acme/shop]\n    organizations: [acme]");
    rig.github.registersWithTheOrganization();
    GithubRig.Run deploy = rig.github.run("deploy.yml", DEPLOY);
    Run run = rig.failover();
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(deploy.runner).isEqualTo(B);
    assertThat(rig.github.writes())
        .containsExactly(
            "POST /orgs/acme/actions/runners/102/labels {\"labels\":[\"primary\"]}",
            "DELETE /orgs/acme/actions/runners/101/labels/primary");
    assertThat(rig.primary.labels).doesNotContain("primary");
    rig.github.finish(deploy, "success");
    rig.primary.online = true;
    assertThat(rig.confirmed("failback", A).code()).isEqualTo(6);
    assertThat(rig.primary.labels).contains("primary");
    assertThat(rig.standIn.labels).doesNotContain("primary");
  }
}
