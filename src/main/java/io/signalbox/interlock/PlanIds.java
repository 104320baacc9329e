package io.signalbox.interlock;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Ids of plans and their runs: ULIDs, 48 bits of time and 80 random ones in Crockford's base 32, so
 * that they sort by time and never meet. Safe on every thread.
 */
public final class PlanIds implements Supplier<String> {
  private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

  private final Clock clock;
  private final RandomGenerator random;

  /** Ids by this clock. */
  public PlanIds(Clock clock) {
    this(clock, new SecureRandom());
  }

  PlanIds(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public String get() {
    StringBuilder id = new StringBuilder(26);
    long time = clock.millis();
    for (int shift = 45; shift >= 0; shift -= 5) {
      id.append(DIGITS[(int) (time >>> shift) & 31]);
    }
    for (int i = 0; i < 16; i++) {
      id.append(DIGITS[random.nextInt(32)]);
    }
    return id.toString();
  }
}
