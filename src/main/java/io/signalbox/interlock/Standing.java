package io.signalbox.interlock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What other actions leave standing.
 *
 * @param pending actions on record whose outcome is not known
 * @param lock the environment's lock, null for a plan that takes none
 * @param grounds what else the planner read for rules of its own
 */
public record Standing(List<Pending> pending, @Nullable LockFacts lock, Grounds grounds) {
  /** Nothing stands. */
  public static final Standing NOTHING = new Standing(List.of(), null, Grounds.NONE);

  /** Where the planner read nothing else. */
  public Standing(List<Pending> pending, @Nullable LockFacts lock) {
    this(pending, lock, Grounds.NONE);
  }

  /** Copies the list. */
  public Standing {
    pending = List.copyOf(pending);
  }
}
