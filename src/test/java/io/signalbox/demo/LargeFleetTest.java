package io.signalbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The large fleet is as large as it says. */
class LargeFleetTest {
  @TempDir Path folder;

  @Test
  void twoHundredRunnersAndFiveHundredAlerts() throws Exception {
    DemoOptions options = new DemoOptions(Scenario.LARGE_FLEET, 7, SimulatorRig.clock(), folder);
    try (DemoWorld world = DemoWorld.start(options);
        DemoClient client = new DemoClient(world);
        DemoSsh ssh = new DemoSsh(world)) {
      JsonNode page = client.shopJson("/actions/runners?per_page=100&page=2");
      assertThat(page.path("total_count").asInt()).isEqualTo(200);
      assertThat(page.path("runners").size()).isEqualTo(100);
      assertThat(client.json(client.alertmanager() + "/api/v2/alerts").size()).isEqualTo(500);
      assertThat(world.fleet().runners())
          .extracting(SimulatedRunner::name)
          .doesNotHaveDuplicates()
          .anyMatch(name -> name.length() >= 60);
      assertThat(client.result("max by (runner_name) (runner_status)").size())
          .as("two exporters are gone")
          .isBetween(190, 199);
      String last = world.fleet().hosts().getLast().name();
      assertThat(ssh.run(last, "hostname").out()).isEqualTo(last + "\n");
    }
  }
}
