package io.signalbox.rollback.work;

import io.signalbox.interlock.Grounds;
import io.signalbox.interlock.HostFacts;
import io.signalbox.interlock.LockFacts;
import io.signalbox.remote.durable.PlaybookGround;
import io.signalbox.rollback.Migration;
import io.signalbox.rollback.PartialState;
import io.signalbox.rollback.PreFlight;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a plan rests on.
 *
 * @param lock null where the control host was not reached
 * @param seen null where it could not be looked at
 * @param values the playbook's, complete
 * @param preFlight null with {@code seen}
 * @param fingerprint null with {@code seen}
 * @param trouble why it could not be looked at, empty otherwise
 */
record Looked(
    RollbackSite.Place place,
    HostFacts facts,
    @Nullable LockFacts lock,
    long nextToken,
    GroundReader.@Nullable Seen seen,
    Map<String, String> values,
    Migration migration,
    @Nullable PartialState partial,
    @Nullable PreFlight preFlight,
    @Nullable Fingerprint fingerprint,
    PlaybookGround ground,
    String trouble) {

  /** The hosts that the playbook matches. */
  List<String> hosts() {
    return seen == null ? List.of() : seen.listing().hosts();
  }

  /** The hosts that a task is named for. */
  List<String> worked() {
    return seen == null ? List.of() : seen.listing().worked();
  }

  /** The version that runs, in words. */
  String from() {
    return seen == null
        ? "a version that was not read"
        : seen.versions().current().orElse("(unknown)");
  }

  /** For the rule {@code pre-flight}. */
  Grounds.Readiness readiness() {
    PreFlight made = preFlight;
    if (made == null) {
      return new Grounds.Readiness(false, false, trouble, facts.at());
    }
    boolean doubt = made.checks().stream().anyMatch(one -> one.mark() == PreFlight.Mark.WARNING);
    return new Grounds.Readiness(made.failed().isEmpty(), doubt, words(made, doubt), made.at());
  }

  private static String words(PreFlight made, boolean doubt) {
    if (!made.failed().isEmpty() || !doubt) {
      return made.words();
    }
    return made.checks().stream()
        .filter(one -> one.mark() == PreFlight.Mark.WARNING)
        .map(one -> one.id() + ": " + one.words())
        .reduce((one, other) -> one + "; " + other)
        .orElse(made.words());
  }

  /** For the rule {@code partial-state}; null where it was not read. */
  Grounds.@Nullable Remains remains(String acknowledged) {
    PartialState found = partial;
    return found == null
        ? null
        : new Grounds.Remains(found.partial(), acknowledged, found.words(), found.at());
  }
}
