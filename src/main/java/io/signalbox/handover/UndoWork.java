package io.signalbox.handover;

import io.signalbox.action.ActionException;
import io.signalbox.action.MoveOptions;
import io.signalbox.action.Outcome;
import io.signalbox.action.Progress;
import io.signalbox.action.Verdict;
import io.signalbox.action.Work;
import io.signalbox.failover.Labels;
import io.signalbox.failover.Routing;
import io.signalbox.interlock.Pending;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.Plan;
import io.signalbox.model.RoleMove;
import java.util.ArrayList;
import java.util.List;

/** Puts recorded label sets back: first what is missing, then what is too much. */
final class UndoWork implements Work {
  static final List<String> STEPS =
      List.of("Look once more", LabelRecord.STEP, "Give back", "Take back");

  private final HandoverSetup setup;
  private final LabelRecord record;
  private final UndoPlanner.Restored giver;
  private final UndoPlanner.Restored taker;
  private final EnvironmentLock lock;
  private final List<Pending> openMoves;

  UndoWork(
      HandoverSetup setup,
      LabelRecord record,
      UndoPlanner.Restored giver,
      UndoPlanner.Restored taker,
      EnvironmentLock lock,
      List<Pending> openMoves) {
    this.setup = setup;
    this.record = record;
    this.giver = giver;
    this.taker = taker;
    this.lock = lock;
    this.openMoves = List.copyOf(openMoves);
  }

  @Override
  public Outcome carryOut(Permit permit, Plan plan, Progress progress)
      throws ActionException, InterruptedException {
    Move shape =
        new Move(
            RoleMove.ofVerb(record.verb()).orElse(RoleMove.FAILOVER),
            giver.now(),
            taker.now(),
            new Routing(setup.profile().deployment().requires(), List.of(), List.of()),
            MoveOptions.usual(RoleMove.SWITCHOVER),
            new ServiceStop(null, null, null, null, ""),
            new ProofPlan(List.of(), null, null),
            false);
    LabelChange labels = new LabelChange(setup, permit, plan, progress, shape);
    progress.begin(STEPS.get(0));
    labels.look();
    if (!labels.untouched()) {
      throw new ActionException("somebody changed labels since the plan was made; plan anew");
    }
    progress.begin(STEPS.get(1));
    progress.started();
    Outcome outcome =
        lock.during(
            permit,
            plan,
            progress,
            MoveOptions.WAIT,
            () -> {
              progress.record(
                  LabelRecord.STEP,
                  LabelRecord.facts(
                      setup.profile(), setup.snapshots().get(), labels.from(), labels.to()));
              restore(progress, labels);
              return Outcome.of(Verdict.SUCCEEDED_VERIFIED);
            });
    if (outcome.verdict() == Verdict.SUCCEEDED_VERIFIED) {
      openMoves.forEach(open -> progress.settled(open.id(), outcome));
    }
    progress.end(outcome.verdict());
    return outcome;
  }

  private void restore(Progress progress, LabelChange labels) throws Halt, InterruptedException {
    List<String> giverMore = Labels.plus(giver.now().labels(), giver.wanted());
    List<String> takerMore = Labels.plus(taker.now().labels(), taker.wanted());
    progress.begin(STEPS.get(2));
    List<io.signalbox.interlock.RemoteCommand> adding = new ArrayList<>(giver.add());
    adding.addAll(taker.add());
    labels.change("What was taken is there again", adding, giverMore, takerMore);
    progress.begin(STEPS.get(3));
    List<io.signalbox.interlock.RemoteCommand> removing = new ArrayList<>(giver.remove());
    removing.addAll(taker.remove());
    labels.change("The labels are as they were recorded", removing, giver.wanted(), taker.wanted());
  }
}
