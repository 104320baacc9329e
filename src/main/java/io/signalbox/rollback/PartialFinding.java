package io.signalbox.rollback;

import io.signalbox.model.Finding;
import io.signalbox.model.Severity;
import io.signalbox.snapshot.Examiner;
import io.signalbox.snapshot.Snapshot;
import java.util.List;

/** A deployment that was left half done stands as a finding until its signs are gone. */
public final class PartialFinding implements Examiner {
  private final RollbackBoard board;

  /** Over what was read last. */
  public PartialFinding(RollbackBoard board) {
    this.board = board;
  }

  @Override
  public List<Finding> examine(Snapshot snapshot) {
    return board
        .partial()
        .filter(PartialState::partial)
        .map(
            found ->
                List.of(
                    new Finding(
                        "partial-state",
                        Severity.CRITICAL,
                        "PARTIAL STATE: a deployment was left half done",
                        found.words() + ", read at " + found.at(),
                        "Look at the hosts; deploys and rollbacks are refused until you say what"
                            + " you know of it",
                        null)))
        .orElse(List.of());
  }
}
