package io.signalbox.app;

import static io.signalbox.app.Run.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.demo.Scenario;
import io.signalbox.procedure.ShippedRunbooks;
import io.signalbox.runbook.Placeholder;
import io.signalbox.runbook.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whoever works through the four runbooks in the demo gets sensible answers to every step. */
class DemoRunbooksTest {
  private static final Map<String, String> VALUES =
      Map.of(
          "diagnostics-folder", "/home/runner/_diag",
          "runner-folder", "/home/runner",
          "key-file", "/home/runner/.ssh/deploy_ed25519",
          "pid", "18412",
          "name", "api.github.com",
          "address", "192.0.2.80",
          "port", "8080");

  /** Monitoring sees it at its next scrape. */
  private static final int CAME_BACK = 7;

  @TempDir Path home;

  @Test
  void everyStepOfEveryShippedRunbookIsAnswered() throws Exception {
    try (DemoRig demo = new DemoRig(Scenario.PRIMARY_OFFLINE, home)) {
      for (String name : ShippedRunbooks.NAMES) {
        for (Step step : ShippedRunbooks.read(name).steps()) {
          boolean later = name.startsWith("runner-offline") && step.number() == CAME_BACK;
          if (step.runnable() && !later) {
            answered(demo, name, step);
          }
        }
      }
      Step back = step("runner-offline.md", CAME_BACK);
      await()
          .atMost(Duration.ofMinutes(1))
          .pollInterval(Duration.ofSeconds(2))
          .until(() -> run(demo, "runner-offline.md", back).code() == 0);
      Run cleared = run(demo, "runner-degraded.md", step("runner-degraded.md", 7));
      assertThat(json(cleared).get("output").toString()).doesNotContain("Worker_");
    }
  }

  private static Step step(String name, int number) {
    return ShippedRunbooks.read(name).step(number).orElseThrow();
  }

  private static void answered(DemoRig demo, String name, Step step) {
    Run run = run(demo, name, step);
    assertThat(run.code()).as(name + " " + step.name() + run.out() + run.err()).isZero();
    JsonNode output = json(run).get("output");
    // nothing is down in the network of this world: no target is the good answer there
    assertThat(output.toString()).as(name + " " + step.name()).doesNotContain("not simulated");
    if (!name.startsWith("network") || step.number() > 1) {
      assertThat(output.toString()).as(name + " " + step.name()).doesNotContain("no series");
    }
  }

  private static Run run(DemoRig demo, String name, Step step) {
    List<String> words = new ArrayList<>(List.of("runbook", "run", name));
    words.addAll(List.of("--step", Integer.toString(step.number())));
    words.addAll(
        List.of("--profile", demo.world.profile().toString(), "--runner", "shop-runner-a"));
    words.addAll(List.of("--json", "--unlock", "--reason", "drill"));
    words.addAll(List.of("--confirm", "production/runner-a"));
    for (Placeholder gap : step.placeholders()) {
      String value = VALUES.get(gap.name());
      if (value != null) {
        words.addAll(List.of("--var", gap.name() + "=" + value));
      }
    }
    return Run.of(demo.surroundings, words.toArray(String[]::new));
  }
}
