package io.signalbox.ui.failover;

import io.signalbox.action.Intent;
import io.signalbox.action.Verdict;
import io.signalbox.journal.JournalEntry;
import io.signalbox.journal.JournalPicture;
import io.signalbox.journal.Phase;
import io.signalbox.model.RoleMove;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The newest move of the role that recorded the runners' label sets, and so may have changed them
 * and can be taken back. Pure: read from the journal, so it is there after a restart too.
 *
 * @param run the run's id
 * @param from the runner that was to lose the role
 * @param to the runner that was to take it
 * @param by who began it
 * @param at when the label sets were recorded
 * @param outcome the verdict's words, empty while none is on record
 */
public record MoveOnRecord(
    String run, RoleMove move, String from, String to, String by, Instant at, String outcome) {
  private static final String GIVER = "giver";
  private static final String TAKER = "taker";

  /** Looks for it in what was read of the journal; empty where there is none, or none is read. */
  public static Optional<MoveOnRecord> newest(JournalPicture picture) {
    List<JournalEntry> entries = picture.entries();
    for (JournalEntry entry : entries.reversed()) {
      Optional<RoleMove> move = RoleMove.ofVerb(entry.action());
      boolean recorded =
          entry.phase() == Phase.STEP
              && entry.params().containsKey(GIVER)
              && entry.params().containsKey(TAKER);
      if (move.isPresent() && recorded) {
        return Optional.of(of(entry, move.get(), entries));
      }
    }
    return Optional.empty();
  }

  private static MoveOnRecord of(JournalEntry step, RoleMove move, List<JournalEntry> entries) {
    String outcome =
        entries.reversed().stream()
            .filter(entry -> entry.actionId().equals(step.actionId()))
            .filter(entry -> entry.phase() == Phase.OUTCOME)
            .map(entry -> words(entry.result()))
            .findFirst()
            .orElse("");
    return new MoveOnRecord(
        step.actionId(),
        move,
        step.params().getOrDefault(GIVER, ""),
        step.params().getOrDefault(TAKER, ""),
        step.actor(),
        step.ts(),
        outcome);
  }

  private static String words(String verdict) {
    for (Verdict known : Verdict.values()) {
      if (known.name().equals(verdict)) {
        return known.words();
      }
    }
    return verdict;
  }

  /** What finishes it: the same once more, which goes on from what is so by now. */
  public Intent finish() {
    return new Intent.MoveRole(move, from, to);
  }

  /** What puts the recorded label sets back. */
  public Intent undo() {
    return new Intent.UndoMove(run);
  }

  /** True where it was about this runner. */
  boolean about(String runner) {
    return from.equals(runner) || to.equals(runner);
  }
}
