package io.signalbox.ui.timeline;

import io.signalbox.model.SourceKind;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SourceHealth;
import io.signalbox.ui.kit.Ages;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Up to when the line is known: it is drawn from GitHub, so no further than its answers. Pure. */
final class LineKnowledge {
  private LineKnowledge() {}

  /** The oldest of GitHub's last answers where one is not fresh; null while all are fresh. */
  static @Nullable Instant until(Snapshot snapshot) {
    List<SourceHealth> notFresh =
        snapshot.sources().stream()
            .filter(source -> source.id().kind() == SourceKind.GITHUB && !source.state().fresh())
            .toList();
    return notFresh.stream()
        .map(source -> source.state().readAt())
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** What is to be said about it; empty while there is nothing to say. */
  static String note(Snapshot snapshot, Instant now) {
    Instant until = until(snapshot);
    if (until != null) {
      return "GitHub's last answer is " + Ages.since(until, now) + " old: hatched is not known";
    }
    return snapshot.runs().isEmpty() && snapshot.deployments().isEmpty()
        ? "GitHub has named no run and no deployment yet"
        : "";
  }
}
