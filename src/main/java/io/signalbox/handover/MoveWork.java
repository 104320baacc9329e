package io.signalbox.handover;

import io.signalbox.action.ActionException;
import io.signalbox.action.Evidence;
import io.signalbox.action.Outcome;
import io.signalbox.action.Progress;
import io.signalbox.action.Question;
import io.signalbox.action.Verdict;
import io.signalbox.action.Work;
import io.signalbox.failover.Labels;
import io.signalbox.interlock.Pending;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.Plan;
import io.signalbox.model.GuardrailReading;
import io.signalbox.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves the role: gives it to the taker, takes it from the giver, and looks for a job on the taker.
 * At no time is there no runner with it, and every change is read back before the next.
 */
final class MoveWork implements Work {
  private final HandoverSetup setup;
  private final Snapshot seen;
  private final Move move;
  private final EnvironmentLock lock;
  private final List<Pending> openMoves;

  MoveWork(
      HandoverSetup setup,
      Snapshot seen,
      Move move,
      EnvironmentLock lock,
      List<Pending> openMoves) {
    this.setup = setup;
    this.seen = seen;
    this.move = move;
    this.lock = lock;
    this.openMoves = List.copyOf(openMoves);
  }

  /** The names of the steps, in order. */
  List<String> steps() {
    List<String> steps = new ArrayList<>(List.of(LOOK, LabelRecord.STEP));
    if (!move.add().isEmpty()) {
      steps.add(giving());
    }
    if (!move.remove().isEmpty()) {
      steps.add(taking());
    }
    if (move.stop().command() != null) {
      steps.add(STOP);
    }
    if (move.proof().again() != null) {
      steps.add(again(move.proof().again()));
    }
    if (move.proof().probe() != null) {
      steps.add(PROBE);
    }
    steps.add(proving());
    return steps;
  }

  private static final String LOOK = "Look once more";
  private static final String STOP = "Stop the service";
  private static final String PROBE = "Start the probe";

  private String giving() {
    return "Give " + move.to().name() + " " + String.join(", ", move.routing().add());
  }

  private String taking() {
    return "Take " + String.join(", ", move.removed()) + " from " + move.from().name();
  }

  private static String again(ProofPlan.Stuck stuck) {
    return "Run " + stuck.what() + " again";
  }

  private String proving() {
    return "Look for a job on " + move.to().name();
  }

  @Override
  public Outcome carryOut(Permit permit, Plan plan, Progress progress)
      throws ActionException, InterruptedException {
    LabelChange labels = new LabelChange(setup, permit, plan, progress, move);
    GuardrailWatch rails = new GuardrailWatch(setup, progress);
    progress.begin(LOOK);
    lookOnceMore(plan, labels, rails);
    progress.begin(LabelRecord.STEP);
    progress.started();
    Outcome outcome =
        lock.during(
            permit,
            plan,
            progress,
            move.options().patience(),
            () -> {
              progress.record(
                  LabelRecord.STEP,
                  LabelRecord.facts(setup.profile(), seen, labels.from(), labels.to()));
              return moved(permit, plan, progress, labels, rails);
            });
    if (outcome.verdict() != Verdict.UNKNOWN && outcome.verdict() != Verdict.NOT_RUN) {
      openMoves.forEach(open -> progress.settled(open.id(), outcome));
    }
    progress.end(outcome.verdict());
    return outcome;
  }

  /** The plan rests on labels that were read; others may have changed them since. */
  private void lookOnceMore(Plan plan, LabelChange labels, GuardrailWatch rails)
      throws ActionException, InterruptedException {
    labels.look();
    if (move.gone() && !LiveRunners.missing(setup.snapshots().get(), move.from().name())) {
      throw new ActionException(
          "whether GitHub lists "
              + move.from().name()
              + " again is not known, or it does; plan anew");
    }
    if (!labels.untouched()) {
      throw new ActionException(
          "somebody changed labels since the plan was made: " + labels.standing() + "; plan anew");
    }
    if (!labels.to().online() && !plan.overrides("candidate")) {
      throw new ActionException(move.to().name() + " went offline since the plan was made");
    }
    boolean busy = labels.from().busy() || labels.to().busy();
    if (busy && !plan.overrides("busy")) {
      throw new ActionException(
          "busy: "
              + (labels.from().busy() ? move.from().name() : move.to().name())
              + " has taken a job since the plan was made; wait until it is done");
    }
    rails.baseline();
    if (!rails.boundary("Nothing is changed yet", false).equals(Question.GO_ON)) {
      throw new ActionException("stopped by a guardrail before anything was changed");
    }
  }

  private Outcome moved(
      Permit permit, Plan plan, Progress progress, LabelChange labels, GuardrailWatch rails)
      throws Halt, InterruptedException {
    if (!move.add().isEmpty()) {
      progress.begin(giving());
      labels.change(
          move.to().name() + " carries the role",
          move.add(),
          move.from().labels(),
          move.takerAfter());
      boundary(progress, labels, rails, false);
    }
    if (move.gone()) {
      progress.output(
          false,
          "no label is taken from "
              + move.from().name()
              + ": GitHub does not list it any more; by the profile it had "
              + labelsByProfile());
    }
    if (!move.remove().isEmpty()) {
      progress.begin(taking());
      takerIsThere(plan, labels);
      labels.change(
          move.from().name() + " is without the role",
          move.remove(),
          move.giverAfter(),
          move.takerAfter());
      boundary(progress, labels, rails, false);
    }
    Ending ending = new Ending(setup, permit, plan, progress, move, labels);
    if (move.stop().command() != null) {
      progress.begin(STOP);
      ending.stop();
    } else if (move.options().stopService()) {
      progress.output(false, move.stop().words());
    }
    ProofPlan.Stuck stuck = move.proof().again();
    if (stuck != null) {
      progress.begin(again(stuck));
      ending.again(stuck);
      boundary(progress, labels, rails, ending.stopped());
    }
    ProofPlan.Probe probe = move.proof().probe();
    if (probe != null) {
      progress.begin(PROBE);
      ending.probe(probe);
    }
    progress.begin(proving());
    Outcome outcome = ending.proved();
    List<GuardrailReading> breached = rails.look();
    return breached.isEmpty() || outcome.verdict() != Verdict.SUCCEEDED_VERIFIED
        ? outcome
        : new Outcome(
            Verdict.FAILED_VERIFY,
            "the role has moved, but a guardrail is breached: " + breached.getFirst().words());
  }

  private String labelsByProfile() {
    List<String> labels =
        setup.profile().runner(move.from().name()).map(one -> one.labels()).orElse(List.of());
    return labels.isEmpty() ? "none that is known" : String.join(", ", labels);
  }

  /** At no time no runner matches: the one who takes over has to be there before the other goes. */
  private void takerIsThere(Plan plan, LabelChange labels) throws Halt, InterruptedException {
    try {
      labels.look(); // whoever was asked in between may have thought for long
    } catch (ActionException e) {
      throw new Halt(
          labels.changed(),
          e.getMessage()
              + ", so the role was not taken from "
              + move.from().name()
              + ". "
              + labels.next());
    }
    boolean carries = Labels.satisfies(labels.to().labels(), move.routing().required());
    boolean there = labels.to().online() || plan.overrides("candidate");
    if (!carries || !there) {
      throw new Halt(
          labels.changed(),
          move.to().name()
              + (there ? " does not carry the role" : " went offline")
              + ", so it was not taken from "
              + move.from().name()
              + ": "
              + labels.standing()
              + ". "
              + labels.next());
    }
  }

  private void boundary(
      Progress progress, LabelChange labels, GuardrailWatch rails, boolean stopped)
      throws Halt, InterruptedException {
    String choice = rails.boundary(labels.standing(), move.undoable());
    switch (choice) {
      case Question.GO_ON -> {
        String lost = lock.whyLost();
        if (!lost.isEmpty()) {
          throw new Halt(Verdict.PARTIAL, lost + ". " + labels.standing() + ". " + labels.next());
        }
      }
      case Question.UNDO -> takenBack(progress, labels, stopped);
      default ->
          throw new Halt(
              Verdict.PARTIAL,
              "stopped by a guardrail: " + labels.standing() + ". " + labels.next());
    }
  }

  private void takenBack(Progress progress, LabelChange labels, boolean stopped)
      throws Halt, InterruptedException {
    progress.begin("Take it back");
    boolean gone = !Labels.same(labels.from().labels(), move.from().labels());
    if (gone) {
      labels.change(
          move.from().name() + " has its labels again",
          move.addBack(),
          move.from().labels(),
          move.takerAfter());
    }
    boolean given = !Labels.same(labels.to().labels(), move.to().labels());
    if (given) {
      labels.change(
          move.to().name() + " has its labels again",
          move.removeBack(),
          move.from().labels(),
          move.to().labels());
    }
    progress.evidence(
        new Evidence(
            "Labels are as they were",
            Evidence.Result.PROVED,
            labels.standing(),
            setup.clock().instant()));
    String words = "taken back because of a guardrail: " + labels.standing();
    throw stopped
        ? new Halt(
            Verdict.PARTIAL,
            words
                + "; but the service of "
                + move.from().name()
                + " was stopped by then: start it by hand")
        : new Halt(Verdict.CANCELLED, words);
  }
}
