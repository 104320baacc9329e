package io.signalbox.snapshot;

import io.signalbox.model.SourceId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A source and its state, as the health strip shows it. */
public record SourceHealth(SourceId id, SourceState<?> state) {
  /** True when the newest reading is known to be incomplete. */
  public boolean partial() {
    Reading<?> reading = state.reading();
    return reading != null && reading.partial();
  }

  /** Age of the newest reading; null where there never was one. */
  public @Nullable Duration age(Instant now) {
    Instant at = state.readAt();
    if (at == null) {
      return null;
    }
    Duration age = Duration.between(at, now);
    return age.isNegative() ? Duration.ZERO : age;
  }

  /** What went wrong, null when nothing did. */
  public @Nullable String error() {
    return state instanceof SourceState.Failed<?> failed ? failed.error() : null;
  }

  /** The reading's own note (e.g. a request budget), empty where there is none. */
  public String note() {
    Reading<?> reading = state.reading();
    return reading == null ? "" : reading.note();
  }
}
