package io.signalbox.snapshot;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long a failing source is left alone: 5, 10, 20, 40, 60 seconds, each 20 % up or down so that
 * many consoles do not come back together. What the source itself asked for is obeyed to the
 * second.
 */
final class BackOff {
  private static final long FIRST_MILLIS = 5_000;
  private static final long LONGEST_MILLIS = 60_000;

  private final RandomGenerator random;
  private int failures;

  BackOff(RandomGenerator random) {
    this.random = random;
  }

  /** Counts a failure; null where asking again is no use until somebody asks for it. */
  @Nullable Duration failed(SourceException e) {
    int before = failures++;
    if (e.isHopeless()) {
      return null;
    }
    Duration asked = e.retryAfter();
    if (asked != null) {
      return asked;
    }
    long plain = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(before, 10));
    return Duration.ofMillis((long) (plain * (0.8 + 0.4 * random.nextDouble())));
  }

  /** A success: the next failure begins anew. */
  void reset() {
    failures = 0;
  }
}
