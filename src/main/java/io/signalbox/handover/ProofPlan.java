package io.signalbox.handover;

import io.signalbox.github.GithubCall;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.model.Job;
import io.signalbox.model.WorkflowRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a job is looked for on the new runner.
 *
 * @param stuck runs with a job that waits for the role, oldest first
 * @param again the one of them that is cancelled and run again, null for none
 * @param probe the workflow that is started for the proof, null for none
 */
record ProofPlan(List<Stuck> stuck, @Nullable Stuck again, @Nullable Probe probe) {
  /**
   * A job that has a runner. A run that is run again shows those that it keeps once more, maybe by
   * another id, but begun at the same time.
   */
  record Begun(long id, String name, @Nullable Instant at) {
    boolean is(Job job) {
      return job.id() == id
          || (at != null && at.equals(job.startedAt()) && name.equals(job.name()));
    }
  }

  /**
   * A run with a job that waits for the role.
   *
   * @param old its other jobs that had a runner when this was planned
   */
  record Stuck(String repository, long run, int attempt, String what, Set<Begun> old) {
    static Stuck of(WorkflowRun run) {
      Set<Begun> old =
          run.jobs().stream()
              .filter(job -> job.runnerName() != null)
              .map(job -> new Begun(job.id(), job.name(), job.startedAt()))
              .collect(Collectors.toUnmodifiableSet());
      return new Stuck(
          run.repository(), run.id(), run.attempt(), run.workflow() + " #" + run.number(), old);
    }

    /** True for a job that had no runner when this was planned. */
    boolean isNew(Job job) {
      return old.stream().noneMatch(one -> one.is(job));
    }

    RemoteCommand cancel() {
      return GithubCall.cancel(repository, run);
    }

    RemoteCommand rerun() {
      return GithubCall.rerunFailedJobs(repository, run);
    }
  }

  /** A workflow whose job shows that the runner takes jobs. */
  record Probe(String repository, String workflow, String ref) {
    RemoteCommand dispatch() {
      return GithubCall.dispatch(repository, workflow, ref);
    }
  }

  /** Copies the list. */
  ProofPlan {
    stuck = List.copyOf(stuck);
  }

  /** True where there is no job to be seen: then nothing is proved. */
  boolean nothing() {
    return stuck.isEmpty() && probe == null;
  }

  List<RemoteCommand> commands() {
    List<RemoteCommand> all = new ArrayList<>();
    if (again != null) {
      all.add(again.cancel());
      all.add(again.rerun());
    }
    if (probe != null) {
      all.add(probe.dispatch());
    }
    return all;
  }
}
