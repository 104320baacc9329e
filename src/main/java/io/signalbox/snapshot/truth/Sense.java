package io.signalbox.snapshot.truth;

import io.signalbox.model.Signal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a measured value can be true at all. Pure. */
final class Sense {
  /** Clocks of two machines differ by less than this, or one of them has to be looked at. */
  static final Duration SKEW = Duration.ofSeconds(60);

  private Sense() {}

  /** Why a value cannot be true, in words; null where it can. */
  static @Nullable String nonsense(Signal signal, double value, Instant now) {
    if (!Double.isFinite(value)) {
      return signal.word() + " is " + (Double.isNaN(value) ? "not a number" : "infinite");
    }
    return switch (signal) {
      case STATUS ->
          value == 0 || value == 1
              ? null
              : signal.word() + " is " + number(value) + ", neither 0 nor 1";
      case LAST_CHECK_IN -> ahead(value, now);
      default -> value < 0 ? signal.word() + " is " + number(value) + ", below zero" : null;
    };
  }

  private static @Nullable String ahead(double seconds, Instant now) {
    double ahead = seconds - now.toEpochMilli() / 1000.0;
    return ahead > SKEW.toSeconds()
        ? "last check-in lies " + Math.round(ahead) + " s in the future: compare the clocks"
        : null;
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
