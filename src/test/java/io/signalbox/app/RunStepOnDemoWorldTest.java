package io.signalbox.app;

import static io.signalbox.app.Run.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.demo.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The guarded step as a headless verb, from the refusal to the runner that is back. */
class RunStepOnDemoWorldTest {
  @TempDir Path home;
  @AutoClose private DemoRig demo;

  @BeforeEach
  void start() throws Exception {
    demo = new DemoRig(Scenario.PRIMARY_OFFLINE, home);
  }

  private Run step(String runner, String step, String... more) {
    List<String> words = new ArrayList<>(List.of("--runner", runner, "--step", step, "--json"));
    words.addAll(List.of(more));
    return demo.verb("run-step", words.toArray(String[]::new));
  }

  @Test
  void aReadOnlyProfileRefusesAndNamesTheRule() {
    Run run = step("shop-runner-a", "restart-service", "--plan");
    assertThat(run.code()).isEqualTo(3);
    JsonNode plan = json(run).get("plan");
    assertThat(plan.get("confirm").asString()).isEqualTo("production/shop-runner-a");
    assertThat(plan.get("tier").asInt()).isEqualTo(3);
    assertThat(plan.get("commands").get(0).get(2).asString()).isEqualTo("systemctl");
    assertThat(json(run).get("error").asString()).contains("read-only");
  }

  @Test
  void withoutTheRightTextNothingIsSent() {
    Run run =
        step(
            "shop-runner-a",
            "restart-service",
            "--unlock",
            "--reason",
            "drill",
            "--confirm",
            "production/shop-runner-b");
    assertThat(run.code()).isEqualTo(3);
    assertThat(json(run).get("verdict").asString()).isEqualTo("NOT_RUN");
    assertThat(demo.world.fleet().online("shop-runner-a")).isFalse();
  }

  @Test
  void aRestartIsProvedByTheRunnerThatIsBackAndIsOnRecord() throws Exception {
    Run run =
        step(
            "shop-runner-a",
            "restart-service",
            "--unlock",
            "--reason",
            "primary is down",
            "--confirm",
            "production/shop-runner-a");
    assertThat(run.out() + run.err()).contains("SUCCEEDED_VERIFIED");
    assertThat(run.code()).isZero();
    assertThat(json(run).get("evidence").size()).isGreaterThanOrEqualTo(2);
    assertThat(demo.world.fleet().online("shop-runner-a")).isTrue();
    try (Stream<Path> files = Files.list(demo.surroundings.folders().state())) {
      List<Path> journals =
          files.filter(f -> f.getFileName().toString().matches("journal-.*\\.jsonl")).toList();
      assertThat(journals).hasSize(1);
      assertThat(Files.readString(journals.getFirst()))
          .contains("primary is down")
          .contains("restart-service");
    }
  }

  @Test
  void aCheckReadsOnlyAndNeedsNoConfirmation() {
    Run run = step("shop-runner-b", "check-service");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(json(run).get("output").toString()).contains("ActiveState=active");
  }

  @Test
  void anUnknownRunnerIsBadUsage() {
    Run run = step("shop-runner-x", "check-service");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("shop-runner-x");
  }
}
