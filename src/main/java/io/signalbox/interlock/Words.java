package io.signalbox.interlock;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Ages in words. */
final class Words {
  private Words() {}

  static String age(@Nullable Duration age) {
    if (age == null) {
      return "never read";
    }
    long seconds = Math.max(0, age.toSeconds());
    if (seconds < 120) {
      return seconds + " s old";
    }
    return seconds < 7200 ? seconds / 60 + " min old" : seconds / 3600 + " h old";
  }

  /** From then to now, never negative. */
  static Duration between(Instant then, Instant now) {
    Duration age = Duration.between(then, now);
    return age.isNegative() ? Duration.ZERO : age;
  }
}
