package io.signalbox.snapshot;

import io.signalbox.model.SourceKind;
import java.time.Duration;
import java.time.Instant;

/** When a reading is too old to act on. */
public final class Freshness {
  private static final Duration LONGEST_GRACE = Duration.ofSeconds(60);

  private Freshness() {}

  /**
   * The state as it looks at {@code now}: a fresh reading further away than {@code limit} is stale,
   * also one from the future, which a clock set back leaves behind.
   */
  public static <T> SourceState<T> aged(SourceState<T> state, Instant now, Duration limit) {
    return state instanceof SourceState.Fresh<T>(var reading, var at)
            && Duration.between(at, now).abs().compareTo(limit) > 0
        ? new SourceState.Stale<>(reading, at)
        : state;
  }

  /** How many missed polls make a reading stale: three for metrics and alerts, two for GitHub. */
  public static int missedPolls(SourceKind kind) {
    return kind == SourceKind.GITHUB ? 2 : 3;
  }

  /**
   * The greatest age of a fresh reading. An age counts from the start of a read, so the time that
   * reading takes is granted on top, twice and up to a minute.
   *
   * @param lastRead how long the newest successful read took
   */
  public static Duration limit(Duration every, int missedPolls, Duration lastRead) {
    Duration grace = lastRead.multipliedBy(2);
    return every
        .multipliedBy(missedPolls)
        .plus(grace.compareTo(LONGEST_GRACE) > 0 ? LONGEST_GRACE : grace);
  }
}
