package io.signalbox.handover;

import io.signalbox.action.MoveOptions;
import io.signalbox.failover.Labels;
import io.signalbox.failover.Routing;
import io.signalbox.github.GithubCall;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.model.GithubRunner;
import io.signalbox.model.RoleMove;
import java.util.ArrayList;
import java.util.List;

/**
 * A move of the role, resolved: which registration loses what, which one gains what, and how a job
 * is looked for afterwards.
 *
 * @param from as read live when it was planned
 * @param to as read live when it was planned
 * @param stop what was found of the relieved runner's service
 * @param proof where a job is looked for
 * @param undoable the plan holds the commands that take it back, too
 */
record Move(
    RoleMove move,
    GithubRunner from,
    GithubRunner to,
    Routing routing,
    MoveOptions options,
    ServiceStop stop,
    ProofPlan proof,
    boolean undoable) {

  /** True where GitHub does not list the giver any more: nothing can be taken from it. */
  boolean gone() {
    return LiveRunners.gone(from);
  }

  /** The routing labels that the giver still has. */
  List<String> removed() {
    return routing.remove().stream().filter(label -> Labels.has(from.labels(), label)).toList();
  }

  /** The taker's labels once it has the role. */
  List<String> takerAfter() {
    return Labels.plus(to.labels(), routing.add());
  }

  /** The giver's labels once it is without the role. */
  List<String> giverAfter() {
    return Labels.minus(from.labels(), routing.remove());
  }

  /** What gives the taker the role; empty where it has it. */
  List<RemoteCommand> add() {
    return routing.add().isEmpty()
        ? List.of()
        : List.of(GithubCall.addLabels(to.registeredAt(), to.id(), routing.add()));
  }

  /** What takes it from the giver, one label each; empty where it is without. */
  List<RemoteCommand> remove() {
    return removed().stream()
        .map(label -> GithubCall.removeLabel(from.registeredAt(), from.id(), label))
        .toList();
  }

  /** What gives the giver back what was taken. */
  List<RemoteCommand> addBack() {
    return removed().isEmpty()
        ? List.of()
        : List.of(GithubCall.addLabels(from.registeredAt(), from.id(), removed()));
  }

  /** What takes from the taker what it was given. */
  List<RemoteCommand> removeBack() {
    return routing.add().stream()
        .map(label -> GithubCall.removeLabel(to.registeredAt(), to.id(), label))
        .toList();
  }

  /** Everything that may be sent, in order. */
  List<RemoteCommand> commands() {
    List<RemoteCommand> all = new ArrayList<>(add());
    all.addAll(remove());
    RemoteCommand stopping = stop.command();
    if (stopping != null) {
      all.add(stopping);
    }
    all.addAll(proof.commands());
    if (undoable) {
      all.addAll(addBack());
      all.addAll(removeBack());
    }
    return List.copyOf(all);
  }

  /** True where both have the role by these labels, or neither has. */
  boolean half(List<String> labelsOfFrom, List<String> labelsOfTo) {
    return Labels.satisfies(labelsOfFrom, routing.required())
        == Labels.satisfies(labelsOfTo, routing.required());
  }

  /** What is so by these labels, in words. */
  String standing(List<String> labelsOfFrom, List<String> labelsOfTo) {
    boolean there = Labels.satisfies(labelsOfTo, routing.required());
    boolean here = Labels.satisfies(labelsOfFrom, routing.required());
    String labels = String.join(", ", routing.required());
    if (here && there) {
      return "both active: " + from.name() + " and " + to.name() + " carry " + labels;
    }
    if (!here && !there) {
      return "none active: neither " + from.name() + " nor " + to.name() + " carries " + labels;
    }
    return (here ? from.name() : to.name()) + " alone carries " + labels;
  }
}
