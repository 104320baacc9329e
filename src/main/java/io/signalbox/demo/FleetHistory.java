package io.signalbox.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All that follows from the layout, the seed and the events so far, worked out once. Immutable; a
 * new event or a passed horizon makes a new one that agrees with it about the past.
 */
final class FleetHistory {
  private static final Duration UPTIME = Duration.ofDays(9);

  private final Instant horizon;
  private final List<FleetEvent> events;
  private final Map<String, ServiceTimeline> services = new HashMap<>();
  private final Map<String, HostTimeline> hosts = new HashMap<>();
  private final Map<String, LabelTimeline> labels = new HashMap<>();
  private final JobSchedule jobs;

  FleetHistory(FleetSeed seed, List<FleetEvent> events, Instant horizon) {
    this.horizon = horizon;
    this.events = List.copyOf(events);
    for (SimulatedRunner runner : seed.layout().runners()) {
      int shift = seed.noise().between(runner.name() + "/boot", 0, 86_400);
      Instant booted = seed.start().minus(UPTIME).minusSeconds(shift);
      services.put(runner.name(), new ServiceTimeline(booted, about(runner.name())));
      labels.put(runner.name(), new LabelTimeline(runner.labels(), about(runner.name())));
    }
    for (SimulatedHost host : seed.layout().hosts()) {
      hosts.put(host.name(), new HostTimeline(about(host.name())));
    }
    Arrivals arrivals = new Arrivals(seed.noise(), seed.scenario(), seed.start());
    jobs =
        new JobScheduler(seed.noise(), seed.layout().runners(), services, labels)
            .run(arrivals.with(this.events, horizon), this.events);
  }

  private List<FleetEvent> about(String name) {
    return events.stream().filter(e -> subject(e).equals(name)).toList();
  }

  private static String subject(FleetEvent event) {
    return switch (event) {
      case FleetEvent.ServiceFailed e -> e.runner();
      case FleetEvent.ServiceStopped e -> e.runner();
      case FleetEvent.ServiceRestarted e -> e.runner();
      case FleetEvent.LabelsSet e -> e.runner();
      case FleetEvent.RunCancelled e -> "run " + e.run();
      case FleetEvent.RunAgain e -> "run " + e.run();
      case FleetEvent.Dispatched e -> "workflow " + e.workflow();
      case FleetEvent.ExporterGone e -> e.host();
      case FleetEvent.ExporterBack e -> e.host();
      case FleetEvent.DiskFilled e -> e.host();
    };
  }

  boolean covers(List<FleetEvent> wanted, Instant t) {
    return events.equals(wanted) && t.plus(Duration.ofHours(1)).isBefore(horizon);
  }

  ServiceTimeline service(SimulatedRunner runner) {
    return Objects.requireNonNull(services.get(runner.name()));
  }

  /** The labels that GitHub has for the runner at {@code t}. */
  List<String> labels(SimulatedRunner runner, Instant t) {
    return Objects.requireNonNull(labels.get(runner.name())).at(t);
  }

  HostTimeline host(SimulatedHost host) {
    return Objects.requireNonNull(hosts.get(host.name()));
  }

  JobSchedule jobs() {
    return jobs;
  }
}
