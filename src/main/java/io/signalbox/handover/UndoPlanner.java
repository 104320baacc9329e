package io.signalbox.handover;

import io.signalbox.action.ActionException;
import io.signalbox.action.Intent;
import io.signalbox.action.Planner;
import io.signalbox.action.Proposal;
import io.signalbox.failover.Labels;
import io.signalbox.github.GithubCall;
import io.signalbox.interlock.Grounds;
import io.signalbox.interlock.PlanDraft;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.interlock.Target;
import io.signalbox.interlock.Tier;
import io.signalbox.model.GithubRunner;
import io.signalbox.snapshot.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Plans to put back the label sets that a run recorded before it changed anything. */
public final class UndoPlanner implements Planner {
  private final HandoverSetup setup;

  /** For the runs of this console's journal. */
  public UndoPlanner(HandoverSetup setup) {
    this.setup = setup;
  }

  @Override
  public boolean plans(Intent intent) {
    return intent instanceof Intent.UndoMove;
  }

  @Override
  public Proposal propose(Intent intent) throws ActionException, InterruptedException {
    LabelRecord record = record(intent.runner());
    Snapshot snapshot = setup.snapshots().get();
    Restored giver =
        record.known(record.giver()).isEmpty()
            ? new Restored(LiveRunners.gone(record.giver()), List.of())
            : restored(snapshot, record, record.giver());
    Restored taker = restored(snapshot, record, record.taker());
    List<RemoteCommand> commands = new ArrayList<>(giver.add());
    commands.addAll(taker.add());
    commands.addAll(giver.remove());
    commands.addAll(taker.remove());
    EnvironmentLock lock = EnvironmentLock.look(setup);
    UndoWork work =
        new UndoWork(
            setup,
            record,
            giver,
            taker,
            lock,
            MovesOpen.about(setup, record.giver(), record.taker()));
    return new Proposal(
        draft(record, giver, taker, commands),
        List.of(),
        lock.facts(),
        Grounds.NONE,
        UndoWork.STEPS,
        work);
  }

  private LabelRecord record(String run) throws ActionException {
    try {
      return LabelRecord.of(setup.journal(), run)
          .filter(one -> !one.taker().isEmpty() && !one.giver().isEmpty())
          .orElseThrow(
              () ->
                  new ActionException(
                      "the journal in "
                          + setup.journal()
                          + " holds no label sets of a run "
                          + run
                          + "; a run records them before its first change"));
    } catch (IOException e) {
      throw new ActionException("the journal in " + setup.journal() + " cannot be read: " + e);
    }
  }

  private Restored restored(Snapshot snapshot, LabelRecord record, String name)
      throws ActionException, InterruptedException {
    LabelRecord.Known known =
        record
            .known(name)
            .orElseThrow(() -> new ActionException("no labels of " + name + " were recorded"));
    GithubRunner now = LiveRunners.of(setup, snapshot, name);
    if (now.id() != known.id() || !now.registeredAt().equals(known.registeredAt())) {
      throw new ActionException(
          name + " was registered anew since then, as " + now.id() + "; its labels are its own");
    }
    return new Restored(now, known.labels());
  }

  private PlanDraft draft(
      LabelRecord record, Restored giver, Restored taker, List<RemoteCommand> commands) {
    String environment = setup.profile().environment().name();
    List<Target> targets = new ArrayList<>(List.of(MovePlanner.onGithub(environment, taker.now())));
    if (!LiveRunners.gone(giver.now())) {
      targets.add(MovePlanner.onGithub(environment, giver.now()));
    }
    return new PlanDraft(
        Intent.UndoMove.VERB,
        "Puts back the labels that run "
            + record.run()
            + " ("
            + record.verb()
            + ") found: "
            + giver.words()
            + "; "
            + taker.words()
            + ". Services are left as they are.",
        targets.size() == 1 ? "Restore 1 label set" : "Restore 2 label sets",
        true,
        targets,
        commands,
        giver.words() + "; " + taker.words(),
        "between two steps: what was put back by then stays, and the same command goes on from"
            + " there",
        "run the " + record.verb() + " again",
        Tier.TYPED);
  }

  /**
   * One runner's way back.
   *
   * @param now as read live
   * @param wanted as it was recorded
   */
  record Restored(GithubRunner now, List<String> wanted) {
    List<RemoteCommand> add() {
      List<String> missing =
          Labels.missing(now.labels(), wanted).stream()
              .filter(label -> !Labels.given(label))
              .toList();
      return missing.isEmpty()
          ? List.of()
          : List.of(GithubCall.addLabels(now.registeredAt(), now.id(), missing));
    }

    List<RemoteCommand> remove() {
      return Labels.missing(wanted, now.labels()).stream()
          .filter(label -> !Labels.given(label))
          .map(label -> GithubCall.removeLabel(now.registeredAt(), now.id(), label))
          .toList();
    }

    String words() {
      return LiveRunners.gone(now)
          ? now.name() + " was not listed by GitHub then, so nothing is given back to it"
          : now.name() + " has " + String.join(", ", wanted);
    }
  }
}
