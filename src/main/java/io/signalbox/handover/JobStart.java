package io.signalbox.handover;

import io.signalbox.action.Progress;
import io.signalbox.action.Verdict;
import io.signalbox.github.WriteAnswer;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.PermitRefusedException;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.model.WorkflowRun;
import io.signalbox.snapshot.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs the stuck deployment again, and starts the probe: both so that a job can be seen. */
final class JobStart {
  private static final Duration BETWEEN = Duration.ofSeconds(2);

  private final HandoverSetup setup;
  private final Permit permit;
  private final Plan plan;
  private final Progress progress;
  private final Duration patience;

  JobStart(HandoverSetup setup, Permit permit, Plan plan, Progress progress, Duration patience) {
    this.setup = setup;
    this.permit = permit;
    this.plan = plan;
    this.progress = progress;
    this.patience = patience;
  }

  /**
   * Cancels a run, waits until it has ended, runs it again; empty words where all went well. One
   * that has begun on the taker since the labels moved is stuck no more, whether it runs still or
   * is done by now: it is not cut off, and not deployed a second time.
   */
  String again(ProofPlan.Stuck stuck, String taker) throws Halt, InterruptedException {
    try {
      if (taken(stuck, taker)) {
        return "";
      }
      WriteAnswer cancelled = send(stuck.cancel());
      if (cancelled instanceof WriteAnswer.Refused no) {
        boolean over = no.status() == 409; // it may have been taken, and done, between the two
        if (!over) {
          return stuck.what() + " was not cancelled: " + no.words();
        }
        if (taken(stuck, taker)) {
          return "";
        }
      }
    } catch (SourceException e) {
      return stuck.what()
          + " was not cancelled, for whether it runs is not known: "
          + e.getMessage();
    }
    if (!ended(stuck)) {
      return stuck.what()
          + " did not end within "
          + patience.toSeconds()
          + " s after it was asked to; run it again by hand once it has";
    }
    WriteAnswer again = send(stuck.rerun());
    if (again instanceof WriteAnswer.Done) {
      return "";
    }
    Optional<WorkflowRun> now = run(stuck);
    boolean anew = now.map(run -> run.attempt() > stuck.attempt()).orElse(false);
    return anew
        ? ""
        : stuck.what()
            + " is cancelled and was not run again: "
            + again.words()
            + " Run it by hand";
  }

  private boolean taken(ProofPlan.Stuck stuck, String taker)
      throws SourceException, InterruptedException {
    boolean taken =
        setup.work().jobs(stuck.repository(), stuck.run()).stream()
            .filter(job -> taker.equals(job.runnerName()))
            .anyMatch(job -> job.running() || stuck.isNew(job));
    if (taken) {
      progress.output(false, stuck.what() + " was taken by " + taker + ": not run again");
    }
    return taken;
  }

  private boolean ended(ProofPlan.Stuck stuck) throws InterruptedException {
    Instant deadline = setup.clock().instant().plus(patience);
    while (true) {
      if (run(stuck).map(WorkflowRun::completed).orElse(false)) {
        return true;
      }
      if (!setup.clock().instant().isBefore(deadline)) {
        return false;
      }
      setup.pause().of(BETWEEN);
    }
  }

  private Optional<WorkflowRun> run(ProofPlan.Stuck stuck) throws InterruptedException {
    try {
      return setup.work().run(stuck.repository(), stuck.run());
    } catch (SourceException e) {
      progress.output(true, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Starts the probe; null where it is not known which run it became. */
  JobProof.@Nullable Watched probe(ProofPlan.Probe probe) throws Halt, InterruptedException {
    Optional<Set<Long>> before = dispatched(probe);
    WriteAnswer answer = send(probe.dispatch());
    if (answer instanceof WriteAnswer.Refused) {
      return null;
    }
    if (answer instanceof WriteAnswer.Done done && done.id() != null) {
      return watched(probe, done.id());
    }
    if (before.isEmpty()) {
      return null; // which of the runs is new cannot be told: an old one would prove nothing
    }
    Instant deadline = setup.clock().instant().plus(patience);
    while (setup.clock().instant().isBefore(deadline)) {
      Optional<Long> found =
          dispatched(probe).stream()
              .flatMap(Set::stream)
              .filter(id -> !before.get().contains(id))
              .findFirst();
      if (found.isPresent()) {
        return watched(probe, found.get());
      }
      setup.pause().of(BETWEEN);
    }
    return null;
  }

  private static JobProof.Watched watched(ProofPlan.Probe probe, long run) {
    return new JobProof.Watched(probe.repository(), run, "probe run " + run, true, Set.of());
  }

  /** Ids, newest first; empty where they cannot be read. */
  private Optional<Set<Long>> dispatched(ProofPlan.Probe probe) throws InterruptedException {
    try {
      Set<Long> ids = new LinkedHashSet<>();
      setup.work().dispatched(probe.repository(), probe.workflow()).stream()
          .map(WorkflowRun::id)
          .forEach(ids::add);
      return Optional.of(ids);
    } catch (SourceException e) {
      progress.output(true, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private WriteAnswer send(RemoteCommand command) throws Halt, InterruptedException {
    progress.output(false, String.join(" ", command.argv()));
    try {
      WriteAnswer answer = setup.github().send(permit, plan, command);
      progress.output(!(answer instanceof WriteAnswer.Done), answer.words());
      return answer;
    } catch (PermitRefusedException e) {
      throw new Halt(Verdict.PARTIAL, String.valueOf(e.getMessage()));
    }
  }
}
