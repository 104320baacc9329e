package io.signalbox.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** GitHub's request budget as its {@code x-ratelimit-*} headers last told it; null before that. */
public record RateBudget(
    @Nullable Integer limit, @Nullable Integer remaining, @Nullable Instant resetAt) {
  /** Before the first answer. */
  public static final RateBudget NOT_KNOWN = new RateBudget(null, null, null);
}
