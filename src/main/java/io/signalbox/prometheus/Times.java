package io.signalbox.prometheus;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Unix seconds as Prometheus gives them. */
final class Times {
  private static final double LATEST = 1e11;

  private Times() {}

  /** The instant to the millisecond; null for what cannot be a time. */
  static @Nullable Instant ofSeconds(double seconds) {
    return seconds > 0 && seconds < LATEST
        ? Instant.ofEpochMilli(Math.round(seconds * 1000))
        : null;
  }
}
