package io.signalbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has been shown stays shown: neither an action nor a longer horizon rewrites the past. */
class FleetHistoryTest {
  private static final Instant START = SimulatorRig.NOON;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42, 977})
  void anEventOrALongerHorizonLeavesThePastAlone(long seed) {
    FleetSeed fleet = fleet(Scenario.STUCK_DEPLOY, seed);
    Instant acted = START.plus(Duration.ofMinutes(90));
    List<FleetEvent> before = fleet.script();
    List<FleetEvent> after = new ArrayList<>(before);
    after.add(new FleetEvent.ServiceRestarted(acted, "shop-runner-a"));
    after.add(new FleetEvent.ServiceStopped(acted, "shop-build-03"));

    FleetHistory plain = new FleetHistory(fleet, before, START.plus(Duration.ofHours(6)));
    FleetHistory longer = new FleetHistory(fleet, before, START.plus(Duration.ofHours(30)));
    FleetHistory changed = new FleetHistory(fleet, after, START.plus(Duration.ofHours(6)));

    for (Instant t = START.minus(Duration.ofHours(3)); t.isBefore(acted); t = t.plusSeconds(97)) {
      List<String> shown = shown(plain, fleet, t);
      assertThat(shown(longer, fleet, t)).isEqualTo(shown);
      assertThat(shown(changed, fleet, t)).isEqualTo(shown);
    }
    Instant later = acted.plus(Duration.ofMinutes(20));
    assertThat(shown(changed, fleet, later)).isNotEqualTo(shown(plain, fleet, later));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42, 977})
  void noRunnerDoesTwoJobsAtOnceAndNoneWhileItsServiceIsDown(long seed) {
    FleetSeed fleet = fleet(Scenario.PRIMARY_OFFLINE, seed);
    FleetHistory history = new FleetHistory(fleet, fleet.script(), START.plus(Duration.ofHours(6)));
    Instant end = START.plus(Duration.ofHours(6));
    int seen = 0;
    for (SimulatedRunner runner : fleet.layout().runners()) {
      Instant free = Instant.MIN;
      for (JobPlan job : history.jobs().jobsOf(runner.name(), end)) {
        JobPlan.Fate fate = job.fate();
        assertThat(fate).isNotNull();
        assertThat(fate.startedAt()).isAfter(free).isAfter(job.readyAt());
        assertThat(history.service(runner).at(fate.startedAt()).active()).isTrue();
        LabelTimeline labels = new LabelTimeline(runner.labels(), List.of());
        assertThat(labels.satisfies(job.template().labels(), fate.startedAt())).isTrue();
        free = fate.completedAt();
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(200);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42, 977, 31337})
  void aCalmFleetHasOneOrTwoRunnersAtWork(long seed) {
    FleetSeed fleet = fleet(Scenario.CALM, seed);
    FleetHistory history = new FleetHistory(fleet, fleet.script(), START.plus(Duration.ofHours(6)));
    long busy =
        fleet.layout().runners().stream()
            .filter(r -> history.jobs().running(r.name(), START).isPresent())
            .count();
    assertThat(busy).isBetween(1L, 2L);
    assertThat(fleet.layout().runners()).allMatch(r -> history.service(r).onlineOnGitHub(START));
  }

  private static FleetSeed fleet(Scenario scenario, long seed) {
    DemoOptions options = new DemoOptions(scenario, seed, SimulatorRig.clock(), Path.of("unused"));
    return FleetSeed.of(options, START);
  }

  private static List<String> shown(FleetHistory history, FleetSeed fleet, Instant t) {
    RunJson json = new RunJson(fleet.noise());
    List<String> shown = new ArrayList<>();
    for (RunPlan run : history.jobs().runsAt(t).stream().limit(25).toList()) {
      shown.add(json.run(run, t).toString());
      run.jobsAt(t).forEach(job -> shown.add(json.job(job, t).toString()));
    }
    for (SimulatedRunner runner : fleet.layout().runners()) {
      shown.add(RunnerJson.of(runner, history, t).toString());
    }
    return shown;
  }
}
