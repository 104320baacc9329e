package io.signalbox.ui.failover;

import io.signalbox.failover.Candidate;
import io.signalbox.failover.CandidateTable;
import io.signalbox.failover.Escalation;
import io.signalbox.failover.FailoverState;
import io.signalbox.failover.Suggestion;
import io.signalbox.model.RoleMove;
import io.signalbox.profile.Profile;
import io.signalbox.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * All that the view shows of one snapshot. Pure, so that equal pictures need no drawing.
 *
 * @param holders who has the role now: where it belongs, and stand-ins
 * @param from whose role the table is about, empty while that is to be chosen
 * @param candidates who could take it from there
 * @param back who the role could go back to, where it is at a stand-in
 * @param last the newest move on record that is about somebody involved
 */
record FailoverPicture(
    FailoverState state,
    List<String> holders,
    String from,
    List<CandidateLine> candidates,
    List<CandidateLine> back,
    Optional<Suggestion> suggestion,
    Optional<Escalation> escalation,
    List<Blindness> blind,
    List<Waiting> queue,
    Optional<MoveOnRecord> last) {
  /**
   * Reads it.
   *
   * @param focus the runner somebody asked about, empty for none
   */
  static FailoverPicture of(
      Snapshot snapshot, Profile profile, String focus, Optional<MoveOnRecord> last) {
    FailoverState state = FailoverState.of(snapshot, profile);
    List<String> holders =
        java.util.stream.Stream.concat(state.carriers().stream(), state.standIns().stream())
            .toList();
    String from = from(snapshot, state, holders, focus);
    boolean away = !state.standIns().isEmpty();
    return new FailoverPicture(
        state,
        holders,
        from,
        from.isEmpty()
            ? List.of()
            : CandidateLine.of(snapshot, others(snapshot, profile, from, away)),
        away
            ? CandidateLine.of(
                snapshot,
                CandidateTable.of(
                    snapshot, profile, RoleMove.FAILBACK, state.standIns().getFirst()))
            : List.of(),
        Suggestion.of(snapshot, profile),
        Escalation.of(snapshot, profile),
        Blindness.of(snapshot),
        Waiting.of(snapshot, profile),
        last.filter(one -> involved(one, state)));
  }

  /**
   * Everybody, also who cannot stand for it, as the verbs list them. While the role is away,
   * whoever it belongs to gets it by a failback.
   */
  private static List<Candidate> others(
      Snapshot snapshot, Profile profile, String from, boolean away) {
    List<String> home = FailoverState.home(profile);
    return CandidateTable.everyone(snapshot, profile, RoleMove.FAILOVER, from).stream()
        .filter(one -> !away || !home.contains(one.runner()))
        .toList();
  }

  private static boolean involved(MoveOnRecord move, FailoverState state) {
    return java.util.stream.Stream.concat(state.home().stream(), state.standIns().stream())
        .anyMatch(move::about);
  }

  private static String from(
      Snapshot snapshot, FailoverState state, List<String> holders, String focus) {
    List<String> possible = holders.isEmpty() ? state.home() : holders;
    if (possible.contains(focus)) {
      return focus;
    }
    return CandidateTable.meant(snapshot, possible).orElse("");
  }

  /** Whose role may move: who has it, else where it belongs. */
  List<String> leavers() {
    return holders.isEmpty() ? state.home() : holders;
  }

  /** The one that qualifies; empty where there is a choice, or nobody. */
  Optional<String> only() {
    List<CandidateLine> able = candidates.stream().filter(CandidateLine::qualifies).toList();
    return able.size() == 1 ? Optional.of(able.getFirst().runner()) : Optional.empty();
  }

  /** True where there is nobody but the runner whose role moves. */
  boolean alone() {
    return candidates.stream().allMatch(line -> line.runner().equals(from));
  }

  /** A row by its runner's name. */
  Optional<CandidateLine> line(String runner) {
    return candidates.stream().filter(one -> one.runner().equals(runner)).findFirst();
  }

  /** Why nothing can be planned; empty where something can. */
  String blocked() {
    if (state.kind() == FailoverState.Kind.NOT_CONFIGURED) {
      return state.words() + ": give it deployment.requires and runners[].labels.";
    }
    return blind.stream()
        .filter(Blindness::blocks)
        .map(Blindness::title)
        .findFirst()
        .orElse(state.kind() == FailoverState.Kind.UNKNOWN ? state.words() : "");
  }

  /** The run that waits for the role and would be asked for anew, where there is one. */
  Optional<Waiting> stuck() {
    return queue.stream()
        .filter(Waiting::stuck)
        .filter(one -> !one.job().labels().isEmpty())
        .findFirst();
  }
}
