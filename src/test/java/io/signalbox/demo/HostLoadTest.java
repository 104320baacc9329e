package io.signalbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Load wanders smoothly, follows the work, and degrades nobody by chance. */
class HostLoadTest {
  private static final Instant START = SimulatorRig.NOON;

  @ParameterizedTest
  @ValueSource(longs = {1, 42, 977})
  void itIsSmoothAndStaysBelowEveryThreshold(long seed) {
    FleetSeed fleet = seed(seed);
    HostLoad load = new HostLoad(fleet);
    FleetHistory history = history(fleet);
    for (SimulatedHost host : fleet.layout().hosts()) {
      double before = load.cpuPercent(history, host, START.minus(Duration.ofHours(2)));
      for (int second = -7_200; second < 0; second += 5) {
        Instant t = START.plusSeconds(second);
        double cpu = load.cpuPercent(history, host, t);
        assertThat(cpu).isBetween(0.5, 79.0);
        assertThat(Math.abs(cpu - before)).as("change within 5 s at " + t).isLessThan(25);
        assertThat(load.memoryPercent(history, host, t)).isBetween(10.0, 84.0);
        assertThat(load.diskPercent(history, host, t)).isBetween(20.0, 84.0);
        before = cpu;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 42, 977})
  void aHostAtWorkIsBusierThanTheSameHostAtRest(long seed) {
    FleetSeed fleet = seed(seed);
    HostLoad load = new HostLoad(fleet);
    FleetHistory history = history(fleet);
    SimulatedHost host = fleet.layout().hosts().get(2);
    double rest = 0;
    double work = 0;
    int resting = 0;
    int working = 0;
    for (int minute = -600; minute < 0; minute++) {
      Instant t = START.plusSeconds(minute * 60L);
      double cpu = load.cpuPercent(history, host, t);
      if (load.work(history, host, t) >= 1) {
        work += cpu;
        working++;
      } else if (load.work(history, host, t) == 0) {
        rest += cpu;
        resting++;
      }
    }
    assertThat(working).isPositive();
    assertThat(work / working).isGreaterThan(rest / resting + 15);
  }

  private static FleetSeed seed(long seed) {
    DemoOptions options =
        new DemoOptions(Scenario.CALM, seed, SimulatorRig.clock(), Path.of("unused"));
    return FleetSeed.of(options, START);
  }

  private static FleetHistory history(FleetSeed fleet) {
    return new FleetHistory(fleet, fleet.script(), START.plus(Duration.ofHours(2)));
  }
}
