package io.signalbox.diagnosis;

import io.signalbox.failover.QueueExplanation;
import io.signalbox.failover.QueuedJob;
import io.signalbox.failover.RunnerVerdict;
import io.signalbox.model.Finding;
import io.signalbox.model.Job;
import io.signalbox.model.NextStep;
import io.signalbox.model.Severity;
import io.signalbox.model.Spoken;
import io.signalbox.model.WorkflowRun;
import io.signalbox.profile.Profile;
import io.signalbox.snapshot.Examiner;
import io.signalbox.snapshot.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Jobs that wait: GitHub gives a job only to an online, idle runner that has all its labels (in any
 * case), and knows no fall-back.
 */
final class QueueRule implements Examiner {
  private static final Duration WORTH_SAYING = Duration.ofMinutes(2);
  private static final Duration LONG = Duration.ofMinutes(15);
  private static final int NAMED = 4;

  private final Profile profile;

  QueueRule(Profile profile) {
    this.profile = profile;
  }

  @Override
  public List<Finding> examine(Snapshot snapshot) {
    List<Finding> findings = new ArrayList<>();
    QueueExplanation explanation = new QueueExplanation(snapshot, profile);
    for (WorkflowRun run : snapshot.runs()) {
      for (Job job : run.jobs()) {
        if (job.status().equals("queued") && job.runnerName() == null) {
          examine(snapshot, run, explanation.explain(run, job), findings);
        }
      }
    }
    return findings;
  }

  private void examine(Snapshot snapshot, WorkflowRun run, QueuedJob job, List<Finding> findings) {
    Instant created = job.since();
    if (created == null || job.waitsFor() != QueuedJob.WaitsFor.RUNNER) {
      return;
    }
    Duration waited = Duration.between(created, snapshot.takenAt());
    List<RunnerVerdict> matching = job.runners().stream().filter(RunnerVerdict::matches).toList();
    boolean anyTaking = job.anyTakesIt();
    if (waited.compareTo(WORTH_SAYING) < 0 && anyTaking) {
      return;
    }
    if (job.hosted() && waited.compareTo(LONG) < 0) {
      return; // GitHub's own machines are given by GitHub: only a long wait is odd
    }
    boolean bad = !job.hosted() && (!anyTaking || waited.compareTo(LONG) >= 0);
    findings.add(
        new Finding(
                "job-queued",
                bad ? Severity.CRITICAL : Severity.WARNING,
                "%s #%d waits for a runner for %s"
                    .formatted(job.name(), run.number(), Spoken.duration(waited)),
                why(job, matching),
                next(job, anyTaking),
                matching.isEmpty() ? null : matching.getFirst().name())
            .with(
                new NextStep(
                    NextStep.Verb.EXPLAIN, Long.toString(run.id()), "Explain the queue…")));
  }

  private static String next(QueuedJob job, boolean anyTaking) {
    if (job.hosted()) {
      return "Look at GitHub's status page and at what the account may use";
    }
    if (anyTaking) {
      return "It starts when the runner is free";
    }
    Instant end = job.givesUpAt();
    return "Bring a matching runner back; GitHub drops the job after 24 hours"
        + (end == null ? "" : ", at " + end);
  }

  private String why(QueuedJob job, List<RunnerVerdict> matching) {
    List<RunnerVerdict> standIns =
        job.runners().stream()
            .filter(one -> !one.matches())
            .filter(one -> profile.runner(one.name()).map(r -> r.failoverApproved()).orElse(false))
            .toList();
    String needs = "Needs " + String.join(", ", job.labels());
    if (job.hosted()) {
      return needs + "; " + job.why();
    }
    if (matching.isEmpty()) {
      needs += "; no runner has all of these labels";
    }
    String verdicts =
        Stream.concat(matching.stream(), standIns.stream())
            .limit(NAMED)
            .map(one -> one.name() + " " + one.reason())
            .collect(Collectors.joining(", "));
    return verdicts.isEmpty() ? needs : needs + "; " + verdicts;
  }
}
