package io.signalbox.failover;

import io.signalbox.model.Job;
import io.signalbox.model.Spoken;
import io.signalbox.model.WorkflowRun;
import io.signalbox.snapshot.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a job that has not begun waits for, and how that is known. GitHub calls one that waits for a
 * reviewer {@code waiting} and one held by its concurrency group {@code pending} (REST, "Workflow
 * runs"); a job is also held while its run goes on as {@code queued}, and then only what else there
 * is tells it. Pure.
 *
 * @param why empty where the runners' verdicts say it
 */
record Held(QueuedJob.WaitsFor waitsFor, String why) {
  /** GitHub gives a job to an idle runner within seconds; by then it would have. */
  private static final Duration GIVEN_BY_THEN = Duration.ofMinutes(1);

  private static final Held FOR_RUNNER = new Held(QueuedJob.WaitsFor.RUNNER, "");

  /**
   * For a job of a run.
   *
   * @param ready an online, idle runner has all its labels
   */
  static Held of(Snapshot snapshot, WorkflowRun run, Job job, boolean ready) {
    Optional<Held> said = said(run.status(), job.status());
    Instant since = job.createdAt();
    if (said.isPresent() || !ready || since == null) {
      return said.orElse(FOR_RUNNER);
    }
    Duration waited = Duration.between(since, snapshot.takenAt());
    if (waited.compareTo(GIVEN_BY_THEN) < 0) {
      return FOR_RUNNER;
    }
    return before(snapshot, run)
        .filter(
            other ->
                other.jobs().stream().anyMatch(o -> o.running() && o.name().equals(job.name())))
        .map(
            other ->
                held(
                    "an idle runner has all its labels and was not given it for "
                        + Spoken.duration(waited)
                        + ", while #"
                        + other.number()
                        + " of the same workflow runs this job: their concurrency group holds it,"
                        + " as far as can be told"))
        .orElse(FOR_RUNNER);
  }

  /** For a run of which GitHub has made no job yet. */
  static Held of(Snapshot snapshot, WorkflowRun run) {
    return said(run.status(), run.status())
        .orElseGet(
            () ->
                before(snapshot, run)
                    .filter(_ -> run.jobsRead() && run.jobs().isEmpty())
                    .map(
                        other ->
                            held(
                                "GitHub has made no job of it yet, and #"
                                    + other.number()
                                    + " of the same workflow goes on: their concurrency group holds"
                                    + " it, as far as can be told"))
                    .orElse(FOR_RUNNER));
  }

  private static Optional<Held> said(String run, String job) {
    if (job.equals("waiting")) {
      return Optional.of(new Held(QueuedJob.WaitsFor.APPROVAL, "GitHub calls it waiting"));
    }
    if (job.equals("pending") || run.equals("pending")) {
      return Optional.of(held("GitHub calls it pending"));
    }
    return Optional.empty();
  }

  private static Held held(String why) {
    return new Held(QueuedJob.WaitsFor.CONCURRENCY, why);
  }

  /** The oldest run of the same workflow that began before this one and goes on. */
  private static Optional<WorkflowRun> before(Snapshot snapshot, WorkflowRun run) {
    return snapshot.runs().stream()
        .filter(other -> other.repository().equals(run.repository()))
        .filter(other -> other.path().equals(run.path()) && other.number() < run.number())
        .filter(other -> other.status().equals("in_progress"))
        .min((one, other) -> Long.compare(one.number(), other.number()));
  }
}
