package io.signalbox.diagnosis;

import io.signalbox.failover.Candidate;
import io.signalbox.failover.Escalation;
import io.signalbox.failover.Suggestion;
import io.signalbox.model.Finding;
import io.signalbox.model.NextStep;
import io.signalbox.model.Severity;
import io.signalbox.model.Spoken;
import io.signalbox.profile.Profile;
import io.signalbox.snapshot.Examiner;
import io.signalbox.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The primary is gone for too long: a failover is prepared, or people are told. Never begun. */
final class SuggestionRule implements Examiner {
  private static final int NAMED = 3;

  private final Profile profile;

  SuggestionRule(Profile profile) {
    this.profile = profile;
  }

  @Override
  public List<Finding> examine(Snapshot snapshot) {
    List<Finding> found = new ArrayList<>();
    Escalation.of(snapshot, profile).ifPresent(one -> found.add(escalation(one, snapshot)));
    Suggestion.of(snapshot, profile).ifPresent(one -> found.add(suggestion(one, snapshot)));
    return found;
  }

  private static Finding escalation(Escalation all, Snapshot snapshot) {
    String next =
        all.steps().stream()
            .filter(Escalation.Step::due)
            .map(Escalation.Step::what)
            .collect(Collectors.joining("; "));
    return new Finding(
            "all-deployers-down",
            Severity.CRITICAL,
            "Nobody can deploy for "
                + Spoken.duration(all.lasted(snapshot.takenAt()))
                + ": "
                + String.join(", ", all.down())
                + " are offline",
            "There is no runner to fail over to",
            next,
            all.down().getFirst())
        .with(new NextStep(NextStep.Verb.FAILOVER, all.down().getFirst(), "Open the escalation…"));
  }

  private static Finding suggestion(Suggestion one, Snapshot snapshot) {
    String others = named(sorted(one));
    String next;
    if (one.to() != null) {
      next = "Fail over to " + one.to() + ": " + one.command();
    } else if (one.nobody()) {
      next = "Nobody qualifies: bring " + one.from() + " back, or one of the others into shape";
    } else {
      next =
          "Choose where to fail over to: "
              + one.candidates().stream()
                  .filter(Candidate::qualifies)
                  .map(Candidate::runner)
                  .limit(NAMED)
                  .collect(Collectors.joining(", "));
    }
    return new Finding(
            "failover-suggested",
            Severity.CRITICAL,
            one.from()
                + " is offline for "
                + one.lasted(snapshot.takenAt())
                + ", longer than the profile bears: a failover is prepared",
            others,
            next,
            one.from())
        .with(new NextStep(NextStep.Verb.FAILOVER, one.from(), "Plan failover…"));
  }

  private static List<Candidate> sorted(Suggestion one) {
    return one.candidates().stream()
        .sorted(
            Comparator.comparing((Candidate row) -> !row.qualifies())
                .thenComparing(row -> row.fails("approved")))
        .toList();
  }

  /** The first few: a fleet has more runners than a sentence bears. */
  private static String named(List<Candidate> rows) {
    String words =
        rows.stream()
            .limit(NAMED)
            .map(row -> row.runner() + (row.qualifies() ? " qualifies" : ": " + row.whyNot()))
            .collect(Collectors.joining("; "));
    return rows.size() > NAMED ? words + "; and " + (rows.size() - NAMED) + " more" : words;
  }
}
