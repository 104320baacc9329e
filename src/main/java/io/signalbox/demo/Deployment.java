package io.signalbox.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One deployment: GitHub makes it when a job with an environment becomes ready.
 *
 * @param replacedAt when a later successful deployment made it inactive, if one did
 */
record Deployment(JobPlan job, @Nullable Instant replacedAt) {

  /** One status of a deployment. */
  record Status(long id, String state, Instant at) {}

  /** Every deployment that exists at {@code t}, newest first. */
  static List<Deployment> all(JobSchedule jobs, Instant t) {
    List<JobPlan> deploying =
        jobs.runsAt(t).stream()
            .flatMap(run -> run.jobsAt(t).stream())
            .filter(job -> job.template().environment() != null)
            .filter(job -> !job.conclusion().equals("skipped"))
            .sorted(Comparator.comparing(JobPlan::readyAt).thenComparing(JobPlan::id).reversed())
            .toList();
    return deploying.stream().map(job -> new Deployment(job, replaced(job, deploying))).toList();
  }

  private static @Nullable Instant replaced(JobPlan job, List<JobPlan> all) {
    return all.stream()
        .filter(later -> later.readyAt().isAfter(job.readyAt()))
        .filter(later -> Objects.equals(environment(later), environment(job)))
        .filter(later -> later.conclusion().equals("success"))
        .map(JobPlan::completedAt)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }

  private static @Nullable String environment(JobPlan job) {
    return job.template().environment();
  }

  long id() {
    return 2_400_000_000L + job.run().index();
  }

  String environment() {
    return Objects.requireNonNull(environment(job));
  }

  boolean matches(HttpAsk ask) {
    Arrival.Trigger by = job.run().arrival().trigger();
    return ask.parameter("environment", environment()).equals(environment())
        && ask.parameter("ref", by.branch()).equals(by.branch())
        && ask.parameter("sha", by.sha()).equals(by.sha());
  }

  /** The statuses so far, newest first, as GitHub lists them. */
  List<Status> statuses(Instant t) {
    List<Status> all = new ArrayList<>();
    add(all, job.waiting() ? "waiting" : "queued", job.readyAt(), t);
    add(all, "in_progress", job.startedAt(), t);
    String end = job.conclusion().equals("cancelled") ? "error" : job.conclusion();
    add(all, end, job.completedAt(), t);
    if (end.equals("success")) {
      add(all, "inactive", replacedAt, t);
    }
    return all.reversed();
  }

  private void add(List<Status> all, String state, @Nullable Instant at, Instant t) {
    if (at != null && !at.isAfter(t)) {
      all.add(new Status(id() * 10 + all.size(), state, at));
    }
  }
}
