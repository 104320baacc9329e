package io.signalbox.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Processor, memory and disk of a machine as functions of time: noise, plus the jobs on it. */
final class HostLoad {
  /** Below every threshold: nothing that happens by chance degrades a host. */
  private static final double CEILING = 79;

  private static final Duration RISE = Duration.ofSeconds(20);
  private static final Duration FALL = Duration.ofSeconds(30);

  private final FleetSeed seed;
  private final Map<SimulatedHost, List<SimulatedRunner>> carried;

  HostLoad(FleetSeed seed) {
    this.seed = seed;
    this.carried =
        seed.layout().runners().stream().collect(Collectors.groupingBy(SimulatedRunner::host));
  }

  /** Used share of all processors, in percent. */
  double cpuPercent(FleetHistory history, SimulatedHost host, Instant t) {
    Noise noise = seed.noise();
    String key = host.name() + "/cpu";
    double idle = 2 + 6 * noise.unit(key) + 5 * noise.at(key, t, Duration.ofSeconds(40));
    double slow = 7 * noise.at(key + "/slow", t, Duration.ofMinutes(6));
    double work = work(history, host, t) * (30 + 20 * noise.at(key, t, Duration.ofSeconds(75)));
    return rounded(CEILING * (1 - Math.exp(-(idle + slow + work) / 72)));
  }

  /** Used share of the memory, in percent. */
  double memoryPercent(FleetHistory history, SimulatedHost host, Instant t) {
    Noise noise = seed.noise();
    String key = host.name() + "/memory";
    double resting = 18 + 16 * noise.unit(key) + 8 * noise.at(key, t, Duration.ofMinutes(25));
    double work = work(history, host, t) * (12 + 6 * noise.at(key, t, Duration.ofMinutes(3)));
    return rounded(Math.min(82, resting + work));
  }

  /** Used share of the root file system, in percent. */
  double diskPercent(FleetHistory history, SimulatedHost host, Instant t) {
    Noise noise = seed.noise();
    String key = host.name() + "/disk";
    double wander = noise.at(key, t, Duration.ofHours(5));
    return history
        .host(host)
        .diskFilled(t)
        .map(full -> rounded(full.percent() + wander * 0.6))
        .orElseGet(() -> rounded(28 + 26 * noise.unit(key) + 5 * wander));
  }

  /** How many of the machine's runners are at work, with a soft start and end. */
  double work(FleetHistory history, SimulatedHost host, Instant t) {
    double sum = 0;
    for (SimulatedRunner runner : on(host)) {
      List<JobPlan> newest = history.jobs().lastTwo(runner.name(), t);
      sum += Math.min(1, newest.stream().mapToDouble(job -> share(job, t)).sum());
    }
    return sum;
  }

  List<SimulatedRunner> on(SimulatedHost host) {
    return carried.getOrDefault(host, List.of());
  }

  private static double share(JobPlan job, Instant t) {
    Instant started = job.startedAt();
    Instant ended = job.completedAt();
    if (started == null) {
      return 0;
    }
    if (ended != null && !ended.isAfter(t)) {
      return Math.max(0, 1 - Duration.between(ended, t).toMillis() / (double) FALL.toMillis());
    }
    return Math.min(1, Duration.between(started, t).toMillis() / (double) RISE.toMillis());
  }

  private static double rounded(double percent) {
    return Math.round(percent * 100) / 100.0;
  }
}
