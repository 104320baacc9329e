package io.signalbox.handover;

import io.signalbox.action.ActionException;
import io.signalbox.action.Evidence;
import io.signalbox.action.Evidence.Result;
import io.signalbox.action.Outcome;
import io.signalbox.action.Progress;
import io.signalbox.action.Verdict;
import io.signalbox.failover.Labels;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.PermitRefusedException;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.remote.CommandLine;
import io.signalbox.remote.CommandResult;
import io.signalbox.remote.RemoteException;
import java.util.ArrayList;
import java.util.List;

/** After the labels have moved: the service, the jobs, the proof and the verdict. */
final class Ending {
  private final HandoverSetup setup;
  private final Permit permit;
  private final Plan plan;
  private final Progress progress;
  private final Move move;
  private final LabelChange labels;
  private final JobStart jobs;
  private final List<JobProof.Watched> watched = new ArrayList<>();
  private final List<String> open = new ArrayList<>();
  private String undone = "";
  private boolean stopped;

  Ending(
      HandoverSetup setup,
      Permit permit,
      Plan plan,
      Progress progress,
      Move move,
      LabelChange labels) {
    this.setup = setup;
    this.permit = permit;
    this.plan = plan;
    this.progress = progress;
    this.move = move;
    this.labels = labels;
    this.jobs = new JobStart(setup, permit, plan, progress, move.options().patience());
    move.proof().stuck().stream()
        .map(one -> new JobProof.Watched(one.repository(), one.run(), one.what(), false, one.old()))
        .forEach(watched::add);
  }

  /** Stops the relieved runner's service where it is idle still; what fails is said, not fatal. */
  void stop() throws InterruptedException {
    ServiceStop stop = move.stop();
    RemoteCommand command = stop.command();
    if (command == null || stop.unit() == null) {
      return;
    }
    try {
      labels.look();
      if (labels.from().busy() && !plan.overrides("busy")) {
        say(Result.NOT_READABLE, "not stopped: " + move.from().name() + " has taken a job");
        open.add("its service was not stopped, for it is busy");
        return;
      }
      progress.output(false, CommandLine.shown(command.argv()));
      stopped = true; // until it is seen to run
      CommandResult result = setup.shell().run(permit, plan, command, progress.sink());
      boolean runs = ServiceStop.running(ServiceStop.state(setup, command.host(), stop.unit()));
      say(runs ? Result.DISPROVED : Result.PROVED, result.words() + (runs ? ", it runs" : ""));
      stopped = !runs;
      if (runs) {
        open.add("its service still runs");
      }
    } catch (RemoteException e) {
      say(Result.NOT_READABLE, command.host() + ": " + e.getMessage());
      if (ServiceStop.dead(e)) {
        progress.output(
            false, command.host() + " is taken as dead; the role has moved all the same");
      } else {
        open.add("whether its service is stopped is not known: " + e.getMessage());
      }
    } catch (PermitRefusedException | ActionException e) {
      say(Result.NOT_READABLE, String.valueOf(e.getMessage()));
      open.add("its service was not stopped: " + e.getMessage());
    }
  }

  /** True where the service was asked to stop and was not seen to run since. */
  boolean stopped() {
    return stopped;
  }

  private void say(Result result, String observed) {
    progress.evidence(
        new Evidence(
            "The service of " + move.from().name() + " is stopped",
            result,
            observed,
            setup.clock().instant()));
  }

  void again(ProofPlan.Stuck stuck) throws Halt, InterruptedException {
    undone = jobs.again(stuck, move.to().name());
    if (!undone.isEmpty()) {
      progress.output(true, undone);
    }
  }

  void probe(ProofPlan.Probe probe) throws Halt, InterruptedException {
    JobProof.Watched run = jobs.probe(probe);
    if (run == null) {
      open.add("the probe " + probe.workflow() + " was not started, or not found");
    } else {
      watched.addFirst(run);
    }
  }

  /** Waits for the job, reads the labels a last time, and says what is proved. */
  Outcome proved() throws InterruptedException {
    JobProof proof = new JobProof(setup, progress, move);
    JobProof.Seen seen = JobProof.Seen.NOWHERE;
    if (watched.isEmpty()) {
      proof.say(Result.NOT_READABLE, "there is no probe workflow and no job that waits");
    } else {
      seen = proof.await(watched, move.options().patience());
    }
    Outcome labelled = lastLook();
    if (labelled != null) {
      return labelled;
    }
    if (!undone.isEmpty()) {
      return new Outcome(Verdict.PARTIAL, "the role has moved, but " + undone);
    }
    if (seen == JobProof.Seen.ELSEWHERE) {
      return new Outcome(
          Verdict.FAILED_VERIFY,
          "the role has moved by its labels, but a job of it runs on " + move.from().name());
    }
    String rest = open.isEmpty() ? "" : "; " + String.join("; ", open);
    if (seen == JobProof.Seen.NOWHERE) {
      return new Outcome(
          Verdict.SUCCEEDED_UNVERIFIED,
          "the labels have moved, but no job was seen on "
              + move.to().name()
              + (watched.isEmpty()
                  ? ": there is no probe workflow and no job that waits"
                  : " within " + move.options().patience().toSeconds() + " s")
              + rest);
    }
    return open.isEmpty()
        ? Outcome.of(Verdict.SUCCEEDED_VERIFIED)
        : new Outcome(Verdict.SUCCEEDED_UNVERIFIED, "the role has moved" + rest);
  }

  private @org.jspecify.annotations.Nullable Outcome lastLook() throws InterruptedException {
    try {
      labels.look();
    } catch (ActionException e) {
      return new Outcome(
          Verdict.SUCCEEDED_UNVERIFIED,
          "the role was moved, but its labels could not be read at the end: " + e.getMessage());
    }
    boolean good =
        Labels.same(labels.from().labels(), move.giverAfter())
            && Labels.same(labels.to().labels(), move.takerAfter());
    progress.evidence(
        new Evidence(
            "The labels are as they should be at the end",
            good ? Result.PROVED : Result.DISPROVED,
            labels.standing(),
            setup.clock().instant()));
    return good
        ? null
        : new Outcome(
            Verdict.FAILED_VERIFY,
            "somebody changed labels meanwhile: " + labels.standing() + ". " + labels.next());
  }
}
