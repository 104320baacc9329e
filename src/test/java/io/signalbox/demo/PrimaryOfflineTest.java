package io.signalbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The primary is down, everything shows it, and a restart over SSH brings it back everywhere. */
class PrimaryOfflineTest {
  private static final String UNIT = "actions.runner.acme-shop.shop-runner-a.service";
  private static final String ALERT = "RunnerOffline";

  @TempDir Path folder;
  private SimulatorRig rig;
  private DemoClient client;
  private DemoSsh ssh;

  @BeforeEach
  void start() throws Exception {
    rig = new SimulatorRig(Scenario.PRIMARY_OFFLINE, folder);
    client = rig.client;
    ssh = new DemoSsh(rig.world);
  }

  @AfterEach
  void stop() throws Exception {
    ssh.close();
    rig.close();
  }

  @Test
  void everySourceShowsThePrimaryOffline() throws Exception {
    assertThat(status()).isEqualTo("0");
    assertThat(onGitHub()).isEqualTo("offline");
    assertThat(secondsSinceCheckIn()).isGreaterThan(300);
    assertThat(alerts(client.prometheus() + "/api/v1/alerts")).contains(ALERT).contains("firing");
    assertThat(alerts(client.alertmanager() + "/api/v2/alerts"))
        .contains(ALERT)
        .contains("\"severity\":\"critical\"");
    assertThat(isActive()).isEqualTo(new DemoSsh.Printed(3, "failed\n", ""));
    JsonNode job = waitingDeployment();
    assertThat(job.path("status").asString()).isEqualTo("queued");
    assertThat(job.path("runner_name").isNull()).isTrue();
    assertThat(job.path("labels").toString())
        .isEqualTo("[\"self-hosted\",\"production\",\"primary\"]");
  }

  @Test
  void aRestartBringsItBackStepByStep() throws Exception {
    DemoSsh.Printed restart = ssh.run("runner-a", "sudo -n systemctl restart '" + UNIT + "'");
    assertThat(restart).isEqualTo(new DemoSsh.Printed(0, "", ""));
    assertThat(isActive().out()).isEqualTo("activating\n");

    rig.clock.pass(Duration.ofSeconds(3));
    assertThat(isActive()).isEqualTo(new DemoSsh.Printed(0, "active\n", ""));
    assertThat(onGitHub()).as("not signed in yet").isEqualTo("offline");

    rig.clock.pass(Duration.ofSeconds(5));
    assertThat(status()).as("after the next scrape").isEqualTo("1");
    assertThat(secondsSinceCheckIn()).isLessThan(10);

    rig.clock.pass(Duration.ofSeconds(3));
    assertThat(onGitHub()).isEqualTo("online");

    rig.clock.pass(Duration.ofSeconds(15));
    assertThat(alerts(client.prometheus() + "/api/v1/alerts")).doesNotContain(ALERT);
    assertThat(alerts(client.alertmanager() + "/api/v2/alerts")).doesNotContain(ALERT);
    JsonNode job = waitingDeployment();
    assertThat(job.path("status").asString()).isEqualTo("in_progress");
    assertThat(job.path("runner_name").asString()).isEqualTo("shop-runner-a");
    assertThat(rig.world.fleet().runningJob("shop-runner-a")).contains("Deploy to production");

    rig.clock.pass(Duration.ofMinutes(8));
    assertThat(waitingDeployment().path("conclusion").asString()).isEqualTo("success");
  }

  @Test
  void withoutARestartItStaysDownAndTheDeploymentWaits() throws Exception {
    rig.clock.pass(Duration.ofMinutes(30));
    assertThat(onGitHub()).isEqualTo("offline");
    assertThat(status()).isEqualTo("0");
    assertThat(waitingDeployment().path("status").asString()).isEqualTo("queued");
  }

  private String status() throws Exception {
    return client.only("max by (hostname) (runner_status{hostname=\"runner-a\"})");
  }

  private String onGitHub() throws Exception {
    return client.shopJson("/actions/runners/101").path("status").asString();
  }

  private DemoSsh.Printed isActive() throws Exception {
    return ssh.run("runner-a", "systemctl is-active " + UNIT);
  }

  private long secondsSinceCheckIn() throws Exception {
    String query =
        "max by (hostname) (runner_last_check_in_timestamp_seconds{hostname=\"runner-a\"})";
    return rig.clock.instant().getEpochSecond() - Long.parseLong(client.only(query));
  }

  private String alerts(String url) throws Exception {
    return client.get(url).body();
  }

  /** The production job of the run that had been waiting when the world started. */
  private JsonNode waitingDeployment() throws Exception {
    for (JsonNode run :
        client.shopJson("/actions/workflows/deploy.yml/runs").path("workflow_runs")) {
      boolean atStart =
          run.path("created_at").asString().equals(SimulatorRig.NOON.minusSeconds(260).toString());
      if (atStart) {
        String jobs = "/actions/runs/" + run.path("id").asLong() + "/jobs";
        return client.shopJson(jobs).path("jobs").get(1);
      }
    }
    throw new AssertionError("the waiting deployment is gone");
  }
}
