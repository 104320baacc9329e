package io.signalbox.app;

import io.signalbox.failover.Candidate;
import io.signalbox.failover.CandidateTable;
import io.signalbox.failover.FailoverState;
import io.signalbox.model.RoleMove;
import io.signalbox.profile.Profile;
import io.signalbox.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which runners a move is between where the command line does not say; nothing is chosen where
 * there is a choice.
 *
 * @param name empty where it is not decided
 * @param why it is not decided, and what to give
 * @param code the exit code of that
 */
record MoveChoice(String name, String why, int code) {
  private static MoveChoice of(String name) {
    return new MoveChoice(name, "", ExitCode.OK);
  }

  boolean decided() {
    return !name.isEmpty();
  }

  /** Who loses the role. */
  static MoveChoice from(RoleMove move, String given, Snapshot snapshot, Profile profile) {
    if (!given.isEmpty()) {
      return of(given);
    }
    List<String> leaving = CandidateTable.leaving(snapshot, profile, move);
    Optional<String> meant = CandidateTable.meant(snapshot, leaving);
    if (meant.isPresent()) {
      return of(meant.get());
    }
    FailoverState state = FailoverState.of(snapshot, profile);
    if (move == RoleMove.FAILBACK && leaving.isEmpty()) {
      return new MoveChoice("", "nothing to fail back: " + state.words(), ExitCode.NOT_RUN);
    }
    return new MoveChoice(
        "",
        leaving.isEmpty()
            ? "the profile names no primary; give --from NAME"
            : "several runners have the role: " + String.join(", ", leaving) + "; give --from NAME",
        ExitCode.BAD_USAGE_OR_PROFILE);
  }

  /** Who takes it: the one that has begun to, else the one that qualifies. */
  static MoveChoice to(String given, List<Candidate> rows, FailoverState state, RoleMove move) {
    if (!given.isEmpty()) {
      return of(given);
    }
    List<String> begun =
        rows.stream().map(Candidate::runner).filter(state.standIns()::contains).toList();
    if (move != RoleMove.FAILBACK && begun.size() == 1) {
      return of(begun.getFirst());
    }
    List<String> able = rows.stream().filter(Candidate::qualifies).map(Candidate::runner).toList();
    List<String> approved =
        rows.stream().filter(row -> !row.fails("approved")).map(Candidate::runner).toList();
    List<String> meant = able.isEmpty() ? approved : able;
    if (meant.size() == 1) {
      return of(meant.getFirst());
    }
    if (able.size() > 1) {
      return new MoveChoice(
          "",
          "more than one runner qualifies: "
              + String.join(", ", able)
              + "; nothing is chosen for you, give --to NAME",
          ExitCode.BAD_USAGE_OR_PROFILE);
    }
    String whyNot =
        rows.stream()
            .map(row -> row.runner() + ": " + row.whyNot())
            .collect(Collectors.joining("; "));
    return new MoveChoice(
        "",
        "no runner qualifies" + (whyNot.isEmpty() ? "" : ": " + whyNot) + "; nothing was sent",
        ExitCode.NOT_RUN);
  }
}
