package io.signalbox.interlock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What other actions leave standing.
 *
 * @param pending actions on record whose outcome is not known
 * @param lock the environment's lock, null for a plan that takes none
 */
public record Standing(List<Pending> pending, @Nullable LockFacts lock) {
  /** Nothing stands. */
  public static final Standing NOTHING = new Standing(List.of(), null);

  /** Copies the list. */
  public Standing {
    pending = List.copyOf(pending);
  }
}
