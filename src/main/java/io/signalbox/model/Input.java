package io.signalbox.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One input of a runner's state, with where it came from and when it was observed.
 *
 * @param key {@code github}, {@code busy}, {@code scrape} or a {@link Signal#key()}
 * @param number the measured number, null where the input is text or nothing is known
 * @param text the value in words, null where nothing is known
 * @param observedAt when the value was true at its origin; null where that is not known
 * @param source {@link SourceId#path()} of the origin, empty where no source measures it
 */
public record Input(
    String key,
    InputState state,
    @Nullable Double number,
    @Nullable String text,
    @Nullable Instant observedAt,
    String source) {

  /** An input that nothing measures. */
  public static Input notMeasured(String key) {
    return new Input(key, InputState.NOT_MEASURED, null, null, null, "");
  }

  /** Age at {@code now}, null where the time of observation is not known; never negative. */
  public @Nullable Duration age(Instant now) {
    if (observedAt == null) {
      return null;
    }
    Duration age = Duration.between(observedAt, now);
    return age.isNegative() ? Duration.ZERO : age;
  }

  /** True when the value is fresh. */
  public boolean fresh() {
    return state == InputState.FRESH;
  }
}
