package io.signalbox.handover;

import io.signalbox.model.RoleMove;

/** What a plan says of a move. */
final class MoveWords {
  private MoveWords() {}

  static String consequence(Move move) {
    String from = move.from().name();
    String to = move.to().name();
    String required = String.join(", ", move.routing().required());
    StringBuilder words = new StringBuilder();
    words.append("From now on ").append(to).append(" takes the jobs that ask for ");
    words.append(required).append(", and ").append(from).append(" takes them no more.");
    if (move.gone()) {
      words.append(" GitHub does not list ").append(from).append(" any more, so no label is");
      words.append(" taken from it.");
    }
    if (move.add().isEmpty() && move.remove().isEmpty()) {
      words.append(" The labels are so already: only a job is looked for.");
    }
    if (move.move() == RoleMove.FAILOVER && move.from().online()) {
      words.append(' ').append(from).append(" is online: a planned switchover would do as well.");
    }
    if (move.stop().unit() != null) {
      words.append(" Its service ").append(move.stop().unit().value());
      words.append(" is stopped, if it is idle still.");
    } else if (move.options().stopService()) {
      words.append(" Not stopped: ").append(move.stop().words()).append('.');
    }
    ProofPlan.Stuck again = move.proof().again();
    if (again != null) {
      words.append(' ').append(again.what()).append(" is cancelled and run again.");
    }
    if (move.move() != RoleMove.FAILBACK) {
      words.append(" A failback is owed until it is done.");
    }
    return words.toString();
  }

  static String button(Move move) {
    return move.move().words() + " 1 role to " + move.to().name();
  }

  static String prediction(Move move) {
    String labels =
        move.to().name()
            + " has "
            + String.join(", ", move.takerAfter())
            + "; "
            + move.from().name()
            + (move.gone() ? " is not listed" : " has " + String.join(", ", move.giverAfter()));
    return move.proof().nothing()
        ? labels + "; no job can be seen on it, so it will end as done, not verified"
        : labels
            + "; within "
            + move.options().patience().toSeconds()
            + " s a job is seen on "
            + move.to().name();
  }

  static String undo(Move move) {
    return "signalbox "
        + move.move().verb()
        + " --undo RUN restores the label sets recorded before the first change"
        + (move.stop().command() == null ? "" : "; a stopped service is started by hand")
        + (move.undoable()
            ? "; the commands that do so within this run, if a guardrail is breached, are listed"
            : "");
  }
}
