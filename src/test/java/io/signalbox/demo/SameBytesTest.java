package io.signalbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fixed clock and seed give the same bytes; another seed gives others. */
class SameBytesTest {
  private static final List<String> SHOP =
      List.of(
          "/actions/runners?per_page=100",
          "/actions/runs?per_page=100",
          "/actions/runs/9100000042/jobs",
          "/deployments?per_page=100",
          "/environments");
  private static final List<String> PROMETHEUS =
      List.of(
          "/api/v1/query?query=max%20by%20(runner_name)%20(runner_cpu_usage_percent)",
          "/api/v1/query_range?query=max%20by%20(hostname)%20(runner_memory_usage_percent)"
              + "&start=2026-03-04T10:00:00Z&end=2026-03-04T12:00:00Z&step=60",
          "/api/v1/alerts",
          "/api/v1/rules",
          "/api/v1/targets?state=active");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void equalInputsGiveEqualBytes(Scenario scenario) throws Exception {
    List<String> first = bodies(scenario, 42, "a");
    List<String> second = bodies(scenario, 42, "b");
    List<String> other = bodies(scenario, 43, "c");

    assertThat(second).isEqualTo(first);
    assertThat(other.get(1)).as("runs of another seed").isNotEqualTo(first.get(1));
    assertThat(other.get(5)).as("load of another seed").isNotEqualTo(first.get(5));
  }

  private List<String> bodies(Scenario scenario, long seed, String name) throws Exception {
    DemoOptions options =
        new DemoOptions(scenario, seed, SimulatorRig.clock(), folder.resolve(name));
    List<String> bodies = new ArrayList<>();
    try (DemoWorld world = DemoWorld.start(options);
        DemoClient client = new DemoClient(world)) {
      for (String path : SHOP) {
        bodies.add(client.shop(path).body());
      }
      for (String path : PROMETHEUS) {
        bodies.add(client.get(client.prometheus() + path).body());
      }
      for (String path : List.of("/api/v2/alerts", "/api/v2/silences", "/api/v2/status")) {
        bodies.add(client.get(client.alertmanager() + path).body());
      }
    }
    assertThat(bodies).allMatch(body -> body.length() > 2 || body.startsWith("[]"));
    return bodies;
  }
}
