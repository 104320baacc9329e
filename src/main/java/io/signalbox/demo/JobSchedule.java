package io.signalbox.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Every run and job up to a horizon, looked up by id, by runner and by time. */
final class JobSchedule {
  private final List<RunPlan> runs;
  private final Map<String, List<JobPlan>> byRunner = new HashMap<>();

  JobSchedule(List<RunPlan> runs) {
    this.runs = List.copyOf(runs);
    for (RunPlan run : runs) {
      for (JobPlan job : run.jobs()) {
        SimulatedRunner runner = job.runner();
        if (runner != null) {
          byRunner.computeIfAbsent(runner.name(), _ -> new ArrayList<>()).add(job);
        }
      }
    }
    byRunner.values().forEach(jobs -> jobs.sort(Comparator.comparing(JobSchedule::started)));
  }

  private static Instant started(JobPlan job) {
    return Objects.requireNonNull(job.startedAt());
  }

  /** The runs that exist at {@code t}, newest first, as GitHub lists them. */
  List<RunPlan> runsAt(Instant t) {
    return runs.stream().filter(r -> !r.createdAt().isAfter(t)).toList().reversed();
  }

  Optional<RunPlan> run(long id, Instant t) {
    return runs.stream().filter(r -> r.id() == id && !r.createdAt().isAfter(t)).findFirst();
  }

  /** The last jobs, two at most, that the runner had taken by {@code t}, the newest last. */
  List<JobPlan> lastTwo(String runner, Instant t) {
    List<JobPlan> jobs = byRunner.getOrDefault(runner, List.of());
    int low = 0;
    int high = jobs.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (started(jobs.get(middle)).isAfter(t)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return jobs.subList(Math.max(0, low - 2), low);
  }

  /** The job that the runner is running at {@code t}. */
  Optional<JobPlan> running(String runner, Instant t) {
    return lastTwo(runner, t).reversed().stream().filter(job -> job.runningAt(t)).findFirst();
  }

  /** The jobs that the runner had taken by {@code t}, oldest first. */
  List<JobPlan> jobsOf(String runner, Instant t) {
    return byRunner.getOrDefault(runner, List.of()).stream().filter(j -> j.started(t)).toList();
  }
}
