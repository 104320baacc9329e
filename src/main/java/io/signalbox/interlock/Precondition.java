package io.signalbox.interlock;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A rule's ruling with what it saw.
 *
 * @param rule the rule's id: identity, freshness, busy, deployment-in-flight, lock,
 *     unknown-pending, read-only, freeze, protected
 * @param observed the value it judged, in words and numbers
 * @param age age of that value, null where it has none (a setting, a live read is zero)
 */
public record Precondition(String rule, Ruling ruling, String observed, @Nullable Duration age) {
  /** True when the rule refuses. */
  public boolean refuses() {
    return ruling == Ruling.REFUSE;
  }
}
