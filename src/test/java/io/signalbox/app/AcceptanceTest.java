package io.signalbox.app;

import static io.signalbox.app.FailoverRig.A;
import static io.signalbox.app.FailoverRig.B;
import static io.signalbox.app.FailoverRig.DEPLOY;
import static io.signalbox.app.Run.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.rig.GithubRig;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The four scenarios of a production deployment, end to end by the verbs. */
@ExtendWith(FailoverServers.Shared.class)
class AcceptanceTest {
  @TempDir Path folder;
  @AutoClose private FailoverRig rig;

  @BeforeEach
  void start(FailoverServers servers) throws Exception {
    rig = new FailoverRig(servers, folder, "");
  }

  private JsonNode explained(GithubRig.Run run) throws Exception {
    Run verb = rig.verb("ana", "explain", "--run", "" + run.id());
    assertThat(verb.code()).as(verb.out() + verb.err()).isZero();
    return json(verb);
  }

  @Test
  void scenario1_1_aDeployRunsOnTheHealthyPrimary() throws Exception {
    GithubRig.Run deploy = rig.github.run("deploy.yml", DEPLOY);
    assertThat(deploy.runner).isEqualTo(A);
    assertThat(explained(deploy).get("jobs").size()).isZero();
    rig.github.finish(deploy, "success");
    Run status = rig.verb("ana", "status");
    assertThat(status.code()).isZero();
    assertThat(status.out()).doesNotContain("failover-").doesNotContain("failback-");
    assertThat(rig.confirmed("failback", A).code()).isEqualTo(3);
    assertThat(rig.github.writes()).isEmpty();
  }

  @Test
  void scenario1_2_withThePrimaryGoneTheDeployWaitsUntilTheRoleMoves() throws Exception {
    rig.primaryDies();
    GithubRig.Run deploy = rig.github.run("deploy.yml", DEPLOY);
    JsonNode job = explained(deploy).get("jobs").get(0);
    assertThat(job.get("waitsFor").asString()).isEqualTo("runner");
    assertThat(job.get("givesUpAt").isNull()).isFalse();
    assertThat(job.get("runners").get(0).get("verdict").asString()).isEqualTo("offline");
    assertThat(job.get("runners").get(1).get("missingLabels").get(0).asString())
        .isEqualTo("primary");
    assertThat(deploy.runner).isNull();
    Run failover = rig.failover();
    assertThat(failover.code()).as(failover.out() + failover.err()).isZero();
    assertThat(deploy.runner).isEqualTo(B);
    rig.github.finish(deploy, "success");
    rig.primary.online = true;
    GithubRig.Run next = rig.github.run("deploy.yml", DEPLOY);
    assertThat(next.runner).as("the one that is back has no role").isEqualTo(B);
    rig.github.finish(next, "success");
    assertThat(rig.confirmed("failback", A).code()).isEqualTo(6);
    GithubRig.Run home = rig.github.run("deploy.yml", DEPLOY);
    assertThat(home.runner).isEqualTo(A);
  }

  @Test
  void scenario1_3_ofTwoDeploysTheSecondWaitsForItsGroupAndBothSucceed() throws Exception {
    GithubRig.Run first = rig.github.run("deploy.yml", DEPLOY);
    GithubRig.Run second = rig.github.run("deploy.yml", DEPLOY);
    second.status = "pending";
    assertThat(first.status).isEqualTo("in_progress");
    assertThat(explained(second).get("jobs").get(0).get("waitsFor").asString())
        .isEqualTo("concurrency");
    Run busy = rig.verb("ana", "failover", "--plan");
    assertThat(busy.code()).as("its deploy is left alone").isEqualTo(3);
    assertThat(busy.out()).contains("deployment-in-flight");
    second.status = "queued";
    rig.github.finish(first, "success");
    assertThat(second.runner).isEqualTo(A);
    rig.github.finish(second, "success");
    assertThat(explained(second).get("status").asString()).isEqualTo("completed");
  }

  @Test
  void scenario1_4_aDeployThatIsCancelledLeavesNothingBehind() throws Exception {
    GithubRig.Run deploy = rig.github.run("deploy.yml", DEPLOY);
    assertThat(deploy.status).isEqualTo("in_progress");
    rig.github.finish(deploy, "cancelled");
    JsonNode status = json(rig.verb("ana", "status"));
    for (JsonNode runner : status.get("runners")) {
      assertThat(runner.get("state").asString()).isEqualTo("online");
      assertThat(runner.get("inputs").get("status").get("value").asDouble()).isEqualTo(1);
    }
    assertThat(status.get("findings").toString()).doesNotContain("critical");
    Run plan = rig.verb("ana", "switchover", "--plan");
    assertThat(plan.code()).as(plan.out()).isZero();
  }
}
