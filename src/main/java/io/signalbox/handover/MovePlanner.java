package io.signalbox.handover;

import io.signalbox.action.ActionException;
import io.signalbox.action.Intent;
import io.signalbox.action.Planner;
import io.signalbox.action.Proposal;
import io.signalbox.failover.Candidate;
import io.signalbox.failover.FailoverState;
import io.signalbox.failover.Routing;
import io.signalbox.interlock.HostFacts;
import io.signalbox.interlock.PlanDraft;
import io.signalbox.interlock.Target;
import io.signalbox.interlock.Tier;
import io.signalbox.model.GithubRunner;
import io.signalbox.model.RoleMove;
import io.signalbox.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** Plans failover, switchover and failback. */
public final class MovePlanner implements Planner {
  private final HandoverSetup setup;
  private final CandidateExam exam;

  /** For a profile's runners. */
  public MovePlanner(HandoverSetup setup) {
    this.setup = setup;
    this.exam = new CandidateExam(setup);
  }

  @Override
  public boolean plans(Intent intent) {
    return intent instanceof Intent.MoveRole;
  }

  @Override
  public Proposal propose(Intent intent) throws ActionException, InterruptedException {
    if (!(intent instanceof Intent.MoveRole wanted)) {
      throw new ActionException("not a move of the role: " + intent.verb());
    }
    Snapshot snapshot = setup.snapshots().get();
    if (wanted.from().equals(wanted.to())) {
      throw new ActionException("the role cannot move from " + wanted.from() + " to itself");
    }
    GithubRunner from = LiveRunners.giver(setup, snapshot, wanted.from());
    GithubRunner to = LiveRunners.of(setup, snapshot, wanted.to());
    fits(wanted.move(), from, to);
    Routing routing =
        Routing.between(setup.profile(), wanted.move(), from.name(), to.name(), to.labels());
    if (!routing.obstacle().isEmpty()) {
      throw new ActionException(
          "cannot " + wanted.verb() + " to " + to.name() + ": " + routing.obstacle());
    }
    Candidate row =
        exam.row(wanted.move(), from.name(), to.name())
            .orElseThrow(
                () ->
                    new ActionException(
                        to.name() + " is no candidate: the profile does not list it"));
    ServiceStop stop = stop(wanted, from);
    ProofPlan proof =
        new ProofPlanner(setup, snapshot).plan(routing, to.registeredAt(), wanted.options());
    boolean undoable = !setup.profile().failover().guardrails().isEmpty();
    Move move = new Move(wanted.move(), from, to, routing, wanted.options(), stop, proof, undoable);
    EnvironmentLock lock = EnvironmentLock.look(setup);
    MoveWork work =
        new MoveWork(setup, snapshot, move, lock, MovesOpen.about(setup, from.name(), to.name()));
    MoveGrounds grounds = new MoveGrounds(setup, exam, wanted.move(), from.name(), row);
    return new Proposal(
        draft(move), hosts(stop), lock.facts(), grounds.planned(), grounds, work.steps(), work);
  }

  private ServiceStop stop(Intent.MoveRole wanted, GithubRunner from) throws InterruptedException {
    if (!wanted.options().stopService()) {
      return ServiceStop.none("its service is left running");
    }
    return LiveRunners.gone(from)
        ? ServiceStop.none("GitHub does not list it, so it takes no job: its service is left")
        : ServiceStop.look(setup, from.name());
  }

  private void fits(RoleMove move, GithubRunner from, GithubRunner to) throws ActionException {
    if (move == RoleMove.SWITCHOVER && !from.online()) {
      throw new ActionException(
          from.name() + " is offline: a planned switchover needs it; use failover");
    }
    List<String> home = FailoverState.home(setup.profile());
    if (move == RoleMove.FAILBACK && !home.contains(to.name())) {
      throw new ActionException(
          "the role does not belong to "
              + to.name()
              + "; a failback goes to "
              + (home.isEmpty() ? "the primary, which the profile does not name" : home));
    }
  }

  private static List<HostFacts> hosts(ServiceStop stop) {
    HostFacts facts = stop.facts();
    return facts == null ? List.of() : List.of(facts);
  }

  private PlanDraft draft(Move move) {
    String environment = setup.profile().environment().name();
    List<Target> targets = new ArrayList<>();
    targets.add(onGithub(environment, move.to()));
    if (!move.gone()) {
      targets.add(onGithub(environment, move.from()));
    }
    Target stopped = move.stop().target();
    if (stopped != null) {
      targets.add(stopped);
    }
    return new PlanDraft(
        move.move().verb(),
        MoveWords.consequence(move),
        MoveWords.button(move),
        true,
        targets,
        move.commands(),
        MoveWords.prediction(move),
        "between two steps: what was changed by then stays, and the same command goes on from"
            + " there",
        MoveWords.undo(move),
        move.move() == RoleMove.FAILOVER ? Tier.TWO_PERSON : Tier.TYPED);
  }

  static Target onGithub(String environment, GithubRunner runner) {
    return Target.onGithub(environment, runner.name(), runner.registeredAt(), runner.id());
  }
}
