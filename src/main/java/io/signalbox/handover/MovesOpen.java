package io.signalbox.handover;

import io.signalbox.action.Intent;
import io.signalbox.interlock.Pending;
import io.signalbox.model.RoleMove;
import java.util.List;

/** Moves of this journal whose console died before it could say how they ended. */
final class MovesOpen {
  private MovesOpen() {}

  /**
   * Those about no others than these two runners: the move between them reads their labels anew.
   */
  static List<Pending> about(HandoverSetup setup, String one, String other) {
    String prefix = setup.profile().environment().name() + "/";
    return of(setup).stream()
        .filter(
            open ->
                open.targets().stream().allMatch(List.of(prefix + one, prefix + other)::contains))
        .toList();
  }

  /** All of this environment. */
  static List<Pending> of(HandoverSetup setup) {
    return setup.pending().get().stream()
        .filter(one -> !one.unknown())
        .filter(one -> one.target().startsWith(setup.profile().environment().name() + "/"))
        .filter(
            one ->
                RoleMove.ofVerb(one.verb()).isPresent() || one.verb().equals(Intent.UndoMove.VERB))
        .toList();
  }
}
