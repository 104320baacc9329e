package io.signalbox.action;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether actions are refused by read-only mode.
 *
 * @param readOnly the profile's default
 * @param unlockedUntil end of the present unlock, null while locked or never locked
 * @param reason why it was unlocked, empty otherwise
 */
public record Lock(boolean readOnly, @Nullable Instant unlockedUntil, String reason) {
  /** True when a mutating plan is refused at {@code now}. */
  public boolean closed(Instant now) {
    return readOnly && (unlockedUntil == null || !now.isBefore(unlockedUntil));
  }
}
