package io.signalbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps follow one another without gaps, and tell where a job failed or was cut off. */
class StepPlanTest {
  private static final Instant START = SimulatorRig.NOON;

  @Test
  void aFinishedJobsStepsFillItFromStartToEnd() {
    FleetSeed seed = seed();
    int failed = 0;
    for (JobPlan job : finished(seed, seed.script())) {
      JobPlan.Fate fate = job.fate();
      assertThat(fate).isNotNull();
      List<StepPlan> steps = StepPlan.of(job, START, seed.noise());
      assertThat(steps).extracting(StepPlan::status).containsOnly("completed");
      assertThat(steps.getFirst().startedAt()).isEqualTo(fate.startedAt());
      assertThat(steps.getLast().completedAt()).isEqualTo(fate.completedAt());
      for (int i = 1; i < steps.size(); i++) {
        assertThat(steps.get(i).startedAt()).isEqualTo(steps.get(i - 1).completedAt());
        assertThat(steps.get(i).number()).isEqualTo(i + 1);
      }
      if (fate.conclusion().equals("failure")) {
        assertThat(steps).extracting(StepPlan::conclusion).contains("failure");
        failed++;
      } else if (fate.conclusion().equals("success")) {
        assertThat(steps).extracting(StepPlan::conclusion).doesNotContain("failure", "cancelled");
      }
    }
    assertThat(failed).as("some jobs of a day fail").isPositive();
  }

  @Test
  void aJobWhoseRunnerIsRestartedFailsInTheStepItWasIn() {
    FleetSeed seed = seed();
    List<FleetEvent> events = new ArrayList<>(seed.script());
    events.add(new FleetEvent.ServiceRestarted(START, "shop-runner-a"));
    FleetHistory history = history(seed, events);
    JobPlan before = history.jobs().running("shop-runner-a", START.minusSeconds(1)).orElseThrow();
    List<StepPlan> then = StepPlan.of(before, START.minusSeconds(1), seed.noise());
    List<StepPlan> now = StepPlan.of(before, START, seed.noise());

    int running = then.stream().map(StepPlan::status).toList().indexOf("in_progress");
    assertThat(running).isNotNegative();
    assertThat(now.subList(0, running)).isEqualTo(then.subList(0, running));
    assertThat(now.get(running).conclusion()).isEqualTo("failure");
    assertThat(now.get(running).startedAt()).isEqualTo(then.get(running).startedAt());
    assertThat(now.subList(running + 1, now.size()))
        .extracting(StepPlan::conclusion)
        .containsOnly("skipped");
    assertThat(before.conclusion()).isEqualTo("failure");
  }

  private static FleetSeed seed() {
    DemoOptions options =
        new DemoOptions(Scenario.STUCK_DEPLOY, 7, SimulatorRig.clock(), Path.of("unused"));
    return FleetSeed.of(options, START);
  }

  private static FleetHistory history(FleetSeed seed, List<FleetEvent> events) {
    return new FleetHistory(seed, events, START.plus(Duration.ofHours(2)));
  }

  private static List<JobPlan> finished(FleetSeed seed, List<FleetEvent> events) {
    return history(seed, events).jobs().runsAt(START).stream()
        .flatMap(run -> run.jobsAt(START).stream())
        .filter(job -> job.completed(START) && job.runner() != null)
        .toList();
  }
}
