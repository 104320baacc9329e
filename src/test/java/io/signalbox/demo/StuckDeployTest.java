package io.signalbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A deployment waits behind a long job, one disk is nearly full, one exporter is lost. */
class StuckDeployTest {
  @TempDir Path folder;

  @Test
  void theScenarioShowsItsThreeTroubles() throws Exception {
    DemoOptions options = new DemoOptions(Scenario.STUCK_DEPLOY, 7, SimulatorRig.clock(), folder);
    try (DemoWorld world = DemoWorld.start(options);
        DemoClient client = new DemoClient(world)) {
      assertThat(world.fleet().runningJob("shop-runner-a")).contains("Rebuild search index");
      JsonNode queued = client.shopJson("/actions/runs?status=queued").path("workflow_runs");
      assertThat(queued.size()).isEqualTo(1);
      Instant since = Instant.parse(queued.get(0).path("created_at").asString());
      assertThat(Duration.between(since, SimulatorRig.NOON)).isGreaterThan(Duration.ofMinutes(15));
      JsonNode waiting = client.shopJson("/actions/runs?status=waiting");
      assertThat(waiting.path("total_count").asInt()).isEqualTo(1);

      String disk =
          client.only("max by (hostname) (runner_disk_usage_percent{hostname=\"build-04\"})");
      assertThat(Double.parseDouble(disk)).isBetween(93.0, 94.0);
      assertThat(client.result("max by (hostname) (runner_status{hostname=\"stage-a\"})"))
          .isEmpty();
      assertThat(client.result("max by (hostname) (runner_status)").size()).isEqualTo(7);

      JsonNode alerts = client.json(client.alertmanager() + "/api/v2/alerts?active=false");
      assertThat(alerts.size()).isEqualTo(2);
      assertThat(alerts.get(0).path("status").path("state").asString()).isEqualTo("suppressed");
    }
  }
}
