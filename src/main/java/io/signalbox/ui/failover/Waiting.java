package io.signalbox.ui.failover;

import io.signalbox.failover.QueueExplanation;
import io.signalbox.failover.QueuedJob;
import io.signalbox.failover.RunnerVerdict;
import io.signalbox.model.WorkflowRun;
import io.signalbox.profile.Profile;
import io.signalbox.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A job that waits, with its run. Pure.
 *
 * @param run the run's id
 * @param title workflow and number
 * @param jobsRead false where GitHub's jobs of the run were not read
 * @param says what the runners say, those with the same words together
 */
record Waiting(long run, String title, boolean jobsRead, QueuedJob job, List<Group> says) {
  private static final int ALONE = 2;

  /** Runners with one verdict, in the same words. */
  record Group(RunnerVerdict.Kind kind, boolean matches, String reason, List<String> names) {}

  /** Every job that waits, the longest first. */
  static List<Waiting> of(Snapshot snapshot, Profile profile) {
    QueueExplanation queue = new QueueExplanation(snapshot, profile);
    List<Waiting> waiting = new ArrayList<>();
    for (WorkflowRun run : snapshot.runs().reversed()) {
      if (run.completed()) {
        continue;
      }
      for (QueuedJob job : queue.of(run)) {
        waiting.add(
            new Waiting(
                run.id(),
                run.workflow() + " #" + run.number(),
                run.jobsRead(),
                job,
                groups(job.runners())));
      }
    }
    return List.copyOf(waiting);
  }

  /** Up to two of the same words stay lines of their own. */
  static List<Group> groups(List<RunnerVerdict> verdicts) {
    Map<String, List<RunnerVerdict>> same = new LinkedHashMap<>();
    verdicts.forEach(
        one ->
            same.computeIfAbsent(one.verdict() + " " + one.reason(), _ -> new ArrayList<>())
                .add(one));
    List<Group> groups = new ArrayList<>();
    for (List<RunnerVerdict> alike : same.values()) {
      if (alike.size() <= ALONE) {
        alike.forEach(one -> groups.add(group(List.of(one))));
      } else {
        groups.add(group(alike));
      }
    }
    return List.copyOf(groups);
  }

  private static Group group(List<RunnerVerdict> alike) {
    RunnerVerdict first = alike.getFirst();
    return new Group(
        first.verdict(),
        first.matches(),
        first.reason(),
        alike.stream().map(RunnerVerdict::name).toList());
  }

  /** True where no runner with all labels takes jobs, so that it may wait for a day. */
  boolean stuck() {
    return job.waitsFor() == QueuedJob.WaitsFor.RUNNER
        && jobsRead
        && !job.hosted()
        && !job.anyTakesIt();
  }
}
