package io.signalbox.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/** The series that Prometheus would hold of the fleet, worked out for an instant. */
final class SeriesSource {
  /** How long Prometheus shows a sample after its scrape (its default). */
  private static final Duration LOOKBACK = Duration.ofMinutes(5);

  private static final Set<String> NAMES =
      Set.of(
          "up",
          "runner_status",
          "runner_capacity",
          "runner_cpu_usage_percent",
          "runner_memory_usage_percent",
          "runner_memory_total_bytes",
          "runner_disk_usage_percent",
          "runner_disk_available_bytes",
          "runner_last_check_in_timestamp_seconds");

  private final SimulatedFleet fleet;
  private final List<ScrapeTarget> targets;

  SeriesSource(SimulatedFleet fleet) {
    this.fleet = fleet;
    this.targets =
        fleet.runners().stream().map(r -> ScrapeTarget.of(r, fleet.seed().noise())).toList();
  }

  List<ScrapeTarget> targets() {
    return targets;
  }

  /** The samples that the selector finds at {@code t}; none later than the fleet's own time. */
  List<Sample> select(FleetHistory history, MaxBy.Term term, Instant t) {
    if (!NAMES.contains(term.metric())) {
      return List.of();
    }
    Instant now = fleet.now();
    Instant oldest = fleet.seed().start().minus(Arrivals.history(fleet.seed().scenario()));
    Instant seen = t.isAfter(now) ? now : t;
    List<Sample> samples = new ArrayList<>();
    for (ScrapeTarget target : targets) {
      Instant scraped = target.scrapedAt(seen);
      boolean old = Duration.between(scraped, t).compareTo(LOOKBACK) >= 0;
      boolean before = scraped.isBefore(oldest);
      OptionalDouble value = value(history, target, term.metric(), scraped);
      if (old || before || value.isEmpty()) {
        continue;
      }
      Map<String, String> labels = labels(history, target, term.metric(), scraped);
      if (term.matchers().stream().allMatch(m -> m.matches(labels))) {
        long millis = scraped.toEpochMilli();
        double shown = term.timestamp() ? millis / 1000.0 : value.getAsDouble();
        samples.add(new Sample(labels, shown, millis));
      }
    }
    return samples;
  }

  private Map<String, String> labels(
      FleetHistory history, ScrapeTarget target, String metric, Instant t) {
    Map<String, String> labels = new TreeMap<>(target.labels());
    if (!metric.equals("up")) {
      labels.put("hostname", target.runner().host().name());
      labels.put("environment", ProfileWriter.ENVIRONMENT);
    }
    if (metric.equals("runner_status")) {
      labels.put("authorized_for_prod", String.valueOf(target.runner().production()));
      labels.put("active_state", activeState(history.service(target.runner()).at(t)));
    }
    return labels;
  }

  /** The label as the exporter in the field writes it: a failed unit reads {@code inactive}. */
  private static String activeState(ServicePhase phase) {
    return switch (phase.state()) {
      case ACTIVE -> "active";
      case ACTIVATING -> "activating";
      case FAILED -> "inactive";
      case STOPPED -> "unknown";
    };
  }

  private OptionalDouble value(
      FleetHistory history, ScrapeTarget target, String metric, Instant t) {
    SimulatedRunner runner = target.runner();
    SimulatedHost host = runner.host();
    boolean gone = history.host(host).exporterGoneSince(t).isPresent();
    if (metric.equals("up")) {
      return OptionalDouble.of(gone ? 0 : 1);
    }
    if (gone) {
      return OptionalDouble.empty();
    }
    HostLoad load = fleet.load();
    boolean active = history.service(runner).at(t).active();
    double value =
        switch (metric) {
          case "runner_status" -> active ? 1 : 0;
          case "runner_capacity" ->
              active && history.jobs().running(runner.name(), t).isEmpty() ? 1 : 0;
          case "runner_cpu_usage_percent" -> load.cpuPercent(history, host, t);
          case "runner_memory_usage_percent" -> load.memoryPercent(history, host, t);
          case "runner_memory_total_bytes" -> host.memoryBytes();
          case "runner_disk_usage_percent" -> load.diskPercent(history, host, t);
          case "runner_disk_available_bytes" ->
              Math.floor(host.diskBytes() * (100 - load.diskPercent(history, host, t)) / 100);
          default -> CheckIn.at(history, runner, fleet.seed().noise(), t).getEpochSecond();
        };
    return OptionalDouble.of(value);
  }
}
