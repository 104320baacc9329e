package io.signalbox.diagnosis;

import io.signalbox.model.Finding;
import io.signalbox.model.Severity;
import io.signalbox.model.Spoken;
import io.signalbox.snapshot.Examiner;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SourceHealth;
import io.signalbox.snapshot.SourceState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A source that cannot be read makes the picture old or blind, and that is worth a sentence. */
final class SourceRule implements Examiner {
  @Override
  public List<Finding> examine(Snapshot snapshot) {
    List<Finding> findings = new ArrayList<>();
    long failed =
        snapshot.sources().stream().filter(s -> s.state() instanceof SourceState.Failed).count();
    boolean all = failed > 0 && failed == snapshot.sources().size();
    for (SourceHealth source : snapshot.sources()) {
      if (source.state() instanceof SourceState.Failed<?> state) {
        Duration lasted = Duration.between(state.since(), snapshot.takenAt());
        String since = lasted.toSeconds() < 1 ? "" : " for " + Spoken.duration(lasted);
        String title =
            "%s %s cannot be read%s"
                .formatted(source.id().kind().title(), source.id().name(), since);
        String next =
            state.nextTry() == null
                ? "Fix what the message names, then refresh with F5"
                : "It is asked again by itself; what it last said stays on screen with its age";
        Severity severity = all ? Severity.CRITICAL : Severity.WARNING;
        findings.add(new Finding("source-failed", severity, title, state.error(), next, null));
      } else if (source.partial()) {
        String title =
            "%s %s answered only in part".formatted(source.id().kind().title(), source.id().name());
        findings.add(
            new Finding(
                "source-partial",
                Severity.WARNING,
                title,
                warningOf(source),
                "What is missing is not gone: the last known values stay, with their age",
                null));
      }
    }
    return findings;
  }

  private static String warningOf(SourceHealth source) {
    var reading = source.state().reading();
    return reading == null || reading.warnings().isEmpty() ? "" : reading.warnings().getFirst();
  }
}
