package io.signalbox.ui.failover;

import io.signalbox.model.RoleMove;
import io.signalbox.snapshot.Snapshot;

/**
 * Whether a move can be planned from what is chosen, and what is to be said about it. Pure; the
 * planner and the interlock decide again for themselves.
 *
 * @param chosen who shall take over, empty while nobody is chosen
 * @param running what a move that goes on is called, empty while none does
 */
record MoveGate(FailoverPicture picture, Snapshot snapshot, String chosen, String running) {
  /** Why the button is shut, empty while it is open. */
  String whyNot(RoleMove move) {
    if (!running.isEmpty()) {
      return "Another move goes on: " + running;
    }
    if (!picture.blocked().isEmpty()) {
      return picture.blocked();
    }
    if (picture.from().isEmpty()) {
      return "Choose whose role moves";
    }
    if (picture.alone()) {
      return "There is no other runner";
    }
    if (move == RoleMove.SWITCHOVER && snapshot.offline(picture.from())) {
      return picture.from() + " is offline: a planned switchover needs it";
    }
    if (chosen.isEmpty()) {
      return "Choose who takes over";
    }
    return picture
        .line(chosen)
        .filter(line -> !line.candidate().eligible())
        .map(line -> chosen + " cannot take it: " + line.note())
        .orElse("");
  }

  /** What should be known before it is pressed, empty for nothing. */
  String hint() {
    String why =
        picture
            .line(chosen)
            .filter(one -> one.candidate().eligible() && !one.qualifies())
            .map(CandidateLine::note)
            .orElse("");
    return why.isEmpty()
        ? ""
        : chosen
            + " does not qualify: "
            + why
            + ". Its plan is refused unless the rule can be overridden, by name and with a reason.";
  }
}
