package io.signalbox.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One look at a guardrail while something is done.
 *
 * @param value null where it could not be read: that is no breach, and no calm either
 * @param baseline what it was before anything was changed, null where that could not be read
 * @param max breached above, null for no upper bound
 * @param min breached below, null for no lower bound
 * @param trouble why it could not be read, empty where it was
 */
public record GuardrailReading(
    String name,
    @Nullable Double value,
    @Nullable Double baseline,
    @Nullable Double max,
    @Nullable Double min,
    String trouble,
    Instant at) {
  /** True when the value is outside its bounds. */
  public boolean breached() {
    return value != null && ((max != null && value > max) || (min != null && value < min));
  }

  /** The value with its bounds and its baseline, in words. */
  public String words() {
    if (value == null) {
      return name + " could not be read" + (trouble.isEmpty() ? "" : ": " + trouble);
    }
    return name
        + " is "
        + number(value)
        + (max == null ? "" : ", at most " + number(max))
        + (min == null ? "" : ", at least " + number(min))
        + (baseline == null ? ", no baseline" : ", baseline " + number(baseline));
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(Math.round(value * 1000) / 1000.0);
  }
}
