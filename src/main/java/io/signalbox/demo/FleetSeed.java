package io.signalbox.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The fixed inputs of a world: scenario, randomness, the instant of the start, the machines. */
record FleetSeed(Scenario scenario, Noise noise, Instant start, FleetLayout layout) {

  static FleetSeed of(DemoOptions options, Instant start) {
    Scenario scenario = options.scenario();
    return new FleetSeed(scenario, new Noise(options.seed()), start, FleetLayout.of(scenario));
  }

  /** What the scenario says has happened before the start. */
  List<FleetEvent> script() {
    return switch (scenario) {
      case CALM -> List.of();
      case PRIMARY_OFFLINE ->
          List.of(new FleetEvent.ServiceFailed(ago(Duration.ofSeconds(368)), "shop-runner-a"));
      case STUCK_DEPLOY ->
          List.of(
              new FleetEvent.DiskFilled(ago(Duration.ofMinutes(41)), "build-04", 93),
              new FleetEvent.ExporterGone(ago(Duration.ofMinutes(9)), "stage-a"));
      case LARGE_FLEET -> largeScript();
    };
  }

  private List<FleetEvent> largeScript() {
    List<FleetEvent> events = new ArrayList<>();
    List<SimulatedRunner> pool =
        layout.runners().stream().filter(r -> r.role().equals("build")).toList();
    for (int i = 0; i < 6; i++) {
      Instant at = ago(Duration.ofMinutes(12 + 37L * i));
      events.add(new FleetEvent.ServiceFailed(at, pool.get(5 + 31 * i).name()));
      events.add(new FleetEvent.DiskFilled(at, pool.get(11 + 29 * i).host().name(), 88 + i));
    }
    events.add(
        new FleetEvent.ExporterGone(ago(Duration.ofMinutes(19)), pool.get(77).host().name()));
    events.add(
        new FleetEvent.ExporterGone(ago(Duration.ofMinutes(3)), pool.get(140).host().name()));
    events.sort(Comparator.comparing(FleetEvent::at));
    return List.copyOf(events);
  }

  private Instant ago(Duration age) {
    return start.minus(age);
  }
}
