package io.signalbox.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One workflow run with all that will have happened to it; views cut it at an instant. */
final class RunPlan {
  /** The step that runs after a failure only, and shows as skipped otherwise. */
  static final String ON_FAILURE_ONLY = "Roll back on failure";

  private static final Duration REPORTED = Duration.ofSeconds(1);

  private final long id;
  private final int index;
  private final int number;
  private final Arrival arrival;
  private final List<JobPlan> all = new ArrayList<>();
  private final List<JobPlan> jobs = new ArrayList<>();
  private Instant attemptStartedAt;
  private int attempt = 1;
  private int cuts;

  RunPlan(int index, int number, Arrival arrival) {
    this.id = 9_100_000_000L + index;
    this.index = index;
    this.number = number;
    this.arrival = arrival;
    this.attemptStartedAt = arrival.at();
  }

  long id() {
    return id;
  }

  int index() {
    return index;
  }

  int number() {
    return number;
  }

  Arrival arrival() {
    return arrival;
  }

  Instant createdAt() {
    return arrival.at();
  }

  /** The jobs of every attempt. */
  List<JobPlan> jobs() {
    return all;
  }

  /** The newest attempt's number; nothing that is decided lies before its events. */
  int attempt() {
    return attempt;
  }

  Instant attemptStartedAt() {
    return attemptStartedAt;
  }

  /** Grows with each cancellation and each new attempt: what was decided before holds no more. */
  int cuts() {
    return cuts;
  }

  void add(JobPlan job) {
    jobs.add(job);
    all.add(job);
  }

  /**
   * Ends everything that has not ended by {@code t} as cancelled; gives what was cut, as it was.
   */
  List<JobPlan> cancel(Instant t) {
    cuts++;
    List<JobPlan> cut = new ArrayList<>();
    for (JobPlan job : List.copyOf(jobs)) {
      if (!job.completed(t)) {
        replace(job, job.cancelled(t));
        cut.add(job);
      }
    }
    return cut;
  }

  private void replace(JobPlan job, JobPlan by) {
    jobs.set(jobs.indexOf(job), by);
    all.set(all.indexOf(job), by);
  }

  /** Begins a new attempt; what succeeded is kept where only the rest is run again. */
  void again(Instant t, boolean failedOnly) {
    cuts++;
    attempt++;
    attemptStartedAt = t;
    jobs.removeIf(job -> !failedOnly || !job.conclusion().equals("success"));
  }

  Optional<JobPlan> job(String name) {
    return jobs.stream().filter(j -> j.template().name().equals(name)).findFirst();
  }

  /** The jobs that GitHub lists at that time: those whose needs have been met or failed. */
  List<JobPlan> jobsAt(Instant t) {
    return jobs.stream()
        .filter(j -> !j.readyAt().isAfter(t))
        .sorted(Comparator.comparingLong(JobPlan::id))
        .toList();
  }

  /** When the run was over, or empty where some job never ends. */
  Optional<Instant> completedAt() {
    if (jobs.size() < arrival.workflow().jobs().size()
        || jobs.stream().anyMatch(j -> j.completedAt() == null)) {
      return Optional.empty();
    }
    return jobs.stream()
        .map(JobPlan::completedAt)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .map(end -> end.plus(REPORTED));
  }

  boolean completed(Instant t) {
    return completedAt().filter(end -> !end.isAfter(t)).isPresent();
  }

  String status(Instant t) {
    if (completed(t)) {
      return "completed";
    }
    List<JobPlan> visible = jobsAt(t);
    if (visible.stream().anyMatch(j -> j.status(t).equals("in_progress"))) {
      return "in_progress";
    }
    if (visible.stream().anyMatch(j -> j.status(t).equals("waiting"))) {
      return "waiting";
    }
    boolean queued = visible.isEmpty() || visible.stream().anyMatch(j -> !j.completed(t));
    return queued ? "queued" : "in_progress";
  }

  String conclusion() {
    if (jobs.stream().anyMatch(j -> j.conclusion().equals("failure"))) {
      return "failure";
    }
    boolean cancelled = jobs.stream().anyMatch(j -> j.conclusion().equals("cancelled"));
    return cancelled ? "cancelled" : "success";
  }

  Instant updatedAt(Instant t) {
    Instant latest = createdAt();
    for (JobPlan job : jobs) {
      for (Instant moment : job.moments()) {
        if (moment.isAfter(latest) && !moment.isAfter(t)) {
          latest = moment;
        }
      }
    }
    return completedAt().filter(end -> !end.isAfter(t)).orElse(latest);
  }

  String htmlUrl() {
    return "https://github.example.com/acme/shop/actions/runs/" + id;
  }
}
