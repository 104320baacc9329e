package io.signalbox.ui.run;

import io.signalbox.action.ActionRun;
import io.signalbox.action.Intent;
import io.signalbox.interlock.Target;
import io.signalbox.model.RoleMove;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be pressed once a move of the role has ended, by its verdict. Pure.
 *
 * @param words for the button
 */
record NextMove(String words, Intent intent) {
  /**
   * Finish and undo after half a move, undo after one that is not proved; nothing else. A move's
   * first target is who takes over, its second who gives the role.
   */
  static List<NextMove> of(ActionRun run) {
    Optional<RoleMove> move = RoleMove.ofVerb(run.plan().draft().verb());
    List<Target> targets = run.plan().draft().targets();
    if (move.isEmpty() || targets.size() < 2) {
      return List.of();
    }
    Intent finish =
        new Intent.MoveRole(move.get(), targets.get(1).name(), targets.getFirst().name());
    Intent undo = new Intent.UndoMove(run.id());
    List<NextMove> next = new ArrayList<>();
    switch (run.verdict()) {
      case PARTIAL -> {
        next.add(new NextMove("Finish " + move.get().verb() + "…", finish));
        next.add(new NextMove("Undo…", undo));
      }
      case SUCCEEDED_UNVERIFIED, FAILED_VERIFY -> next.add(new NextMove("Undo…", undo));
      default -> {}
    }
    return List.copyOf(next);
  }
}
