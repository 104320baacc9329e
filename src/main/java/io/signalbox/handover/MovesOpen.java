package io.signalbox.handover;

import io.signalbox.action.Intent;
import io.signalbox.interlock.Pending;
import io.signalbox.model.RoleMove;
import java.util.List;

/** Moves of this journal whose console died before it could say how they ended. */
final class MovesOpen {
  private MovesOpen() {}

  /** They are settled by the move that reads the labels anew and goes on from there. */
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
