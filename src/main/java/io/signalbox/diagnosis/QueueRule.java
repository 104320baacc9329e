package io.signalbox.diagnosis;

import io.signalbox.model.Finding;
import io.signalbox.model.Job;
import io.signalbox.model.RunnerState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.model.Severity;
import io.signalbox.model.Spoken;
import io.signalbox.model.WorkflowRun;
import io.signalbox.snapshot.Examiner;
import io.signalbox.snapshot.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Jobs that wait: GitHub gives a job only to an online, idle runner that has all its labels (in any
 * case), and knows no fall-back.
 */
final class QueueRule implements Examiner {
  private static final Duration WORTH_SAYING = Duration.ofMinutes(2);
  private static final Duration LONG = Duration.ofMinutes(15);

  @Override
  public List<Finding> examine(Snapshot snapshot) {
    List<Finding> findings = new ArrayList<>();
    for (WorkflowRun run : snapshot.runs()) {
      for (Job job : run.jobs()) {
        if (job.status().equals("queued") && job.runnerName() == null) {
          examine(snapshot, run, job, findings);
        }
      }
    }
    return findings;
  }

  private static void examine(Snapshot snapshot, WorkflowRun run, Job job, List<Finding> findings) {
    Instant created = job.createdAt();
    if (created == null) {
      return;
    }
    Duration waited = Duration.between(created, snapshot.takenAt());
    List<RunnerTruth> matching = matching(snapshot.runners(), job.labels());
    boolean anyTaking = matching.stream().anyMatch(QueueRule::takesJobs);
    if (waited.compareTo(WORTH_SAYING) < 0 && anyTaking) {
      return;
    }
    boolean bad = !anyTaking || waited.compareTo(LONG) >= 0;
    findings.add(
        new Finding(
            "job-queued",
            bad ? Severity.CRITICAL : Severity.WARNING,
            "%s #%d waits for a runner for %s"
                .formatted(job.name(), run.number(), Spoken.duration(waited)),
            why(job, matching, snapshot.takenAt()),
            anyTaking
                ? "It starts when the runner is free"
                : "Bring a matching runner back; GitHub drops the job after 24 hours",
            matching.isEmpty() ? null : matching.getFirst().name()));
  }

  private static String why(Job job, List<RunnerTruth> matching, Instant now) {
    String needs = "Needs " + String.join(", ", job.labels());
    if (matching.isEmpty()) {
      return needs + "; no runner has all of these labels";
    }
    return needs
        + "; "
        + matching.stream().map(r -> verdict(r, now)).collect(Collectors.joining(", "));
  }

  private static String verdict(RunnerTruth runner, Instant now) {
    Instant since = runner.since();
    String lasted = since == null ? "" : " for " + Spoken.duration(Duration.between(since, now));
    var job = runner.job();
    if (runner.busy() && job != null) {
      Instant started = job.startedAt();
      String busy =
          started == null ? "" : " for " + Spoken.duration(Duration.between(started, now));
      return runner.name() + " busy with " + job.job() + busy;
    }
    return runner.name() + " " + runner.state().word() + lasted;
  }

  private static boolean takesJobs(RunnerTruth runner) {
    return runner.state() != RunnerState.OFFLINE && runner.state() != RunnerState.UNKNOWN;
  }

  private static List<RunnerTruth> matching(List<RunnerTruth> runners, List<String> labels) {
    Set<String> needed = lower(labels);
    return runners.stream().filter(runner -> lower(runner.labels()).containsAll(needed)).toList();
  }

  private static Set<String> lower(List<String> labels) {
    return labels.stream().map(l -> l.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }
}
