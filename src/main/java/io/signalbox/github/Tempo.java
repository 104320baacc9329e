package io.signalbox.github;

import io.signalbox.model.RateBudget;
import java.time.Duration;
import java.time.Instant;

/**
 * How often to sweep: as often as the profile says while that leaves a fifth of the budget to the
 * operator's actions, and every five minutes once little is left.
 */
final class Tempo {
  private static final Duration SLOW = Duration.ofMinutes(5);
  private static final int LITTLE = 500;
  private static final double FOR_ACTIONS = 0.2;

  private final Duration wanted;
  private int cost;
  private int costBefore;

  Tempo(Duration wanted) {
    this.wanted = wanted;
  }

  /** Notes how many requests of a sweep counted against the budget. */
  synchronized void swept(int requests) {
    costBefore = cost;
    cost = requests;
  }

  /** The interval for this budget at this time. */
  synchronized Duration every(RateBudget budget, Instant now) {
    Integer limit = budget.limit();
    Integer remaining = budget.remaining();
    Instant reset = budget.resetAt();
    if (limit == null || remaining == null || reset == null || !reset.isAfter(now)) {
      return wanted;
    }
    if (remaining < Math.min(LITTLE, limit / 10)) {
      return longer(SLOW);
    }
    // One costly sweep, as the first one is, says nothing; two in a row do.
    double perSweep = Math.min(cost, costBefore);
    double spendable = Math.max(1, remaining - FOR_ACTIONS * limit);
    double seconds = perSweep * Duration.between(now, reset).toSeconds() / spendable;
    Duration paced = longer(Duration.ofSeconds((long) Math.ceil(seconds)));
    return paced.compareTo(SLOW) > 0 ? longer(SLOW) : paced;
  }

  private Duration longer(Duration other) {
    return other.compareTo(wanted) > 0 ? other : wanted;
  }
}
