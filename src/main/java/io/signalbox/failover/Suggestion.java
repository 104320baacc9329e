package io.signalbox.failover;

import io.signalbox.model.RoleMove;
import io.signalbox.model.RunnerState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.model.Spoken;
import io.signalbox.model.StateSpan;
import io.signalbox.profile.Profile;
import io.signalbox.snapshot.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failover that is suggested and never begun by itself: the primary has been offline for longer
 * than the profile bears. Pure.
 *
 * @param to the one candidate that qualifies, null where there is a choice or none
 * @param since when the primary went offline
 * @param due when it had been so for as long as the profile says
 * @param candidates all rows
 */
public record Suggestion(
    String from, @Nullable String to, Instant since, Instant due, List<Candidate> candidates) {
  /** Copies the rows. */
  public Suggestion {
    candidates = List.copyOf(candidates);
  }

  /** The suggestion on this picture, if there is reason for one. */
  public static Optional<Suggestion> of(Snapshot snapshot, Profile profile) {
    FailoverState state = FailoverState.of(snapshot, profile);
    List<String> gone = FailoverState.gone(snapshot, profile);
    if (state.kind() != FailoverState.Kind.NORMAL && gone.isEmpty()) {
      return Optional.empty(); // moved already, half done (which says more), or not known
    }
    List<String> carriers = gone.isEmpty() ? state.carriers() : gone;
    boolean otherCarrier = carriers.stream().anyMatch(name -> !snapshot.offline(name));
    if (otherCarrier) {
      return Optional.empty();
    }
    return carriers.stream()
        .map(snapshot::runner)
        .flatMap(Optional::stream)
        .flatMap(runner -> suggested(snapshot, profile, runner).stream())
        .findFirst();
  }

  private static Optional<Suggestion> suggested(
      Snapshot snapshot, Profile profile, RunnerTruth primary) {
    Instant since = since(primary);
    if (since == null) {
      return Optional.empty();
    }
    Instant due = since.plus(profile.thresholds().offlinePrimary());
    if (snapshot.takenAt().isBefore(due)) {
      return Optional.empty();
    }
    List<Candidate> rows = CandidateTable.of(snapshot, profile, RoleMove.FAILOVER, primary.name());
    List<Candidate> able = rows.stream().filter(Candidate::qualifies).toList();
    String to = able.size() == 1 ? able.getFirst().runner() : null;
    return Optional.of(new Suggestion(primary.name(), to, since, due, rows));
  }

  /** Where nobody knows when it went: for as long as this console has seen it so, at least. */
  private static @Nullable Instant since(RunnerTruth primary) {
    Instant since = primary.since();
    if (since != null) {
      return since;
    }
    for (StateSpan span : primary.history().reversed()) {
      if (span.state() != RunnerState.OFFLINE || !span.observed()) {
        break;
      }
      since = span.from();
    }
    return since;
  }

  /** How long the primary has been offline, in words. */
  public String lasted(Instant now) {
    return Spoken.duration(Duration.between(since, now));
  }

  /** True where there is nobody to fail over to. */
  public boolean nobody() {
    return candidates.stream().noneMatch(Candidate::qualifies);
  }

  /** The command line that plans it. */
  public String command() {
    return "signalbox failover --from " + from + (to == null ? "" : " --to " + to) + " --plan";
  }
}
