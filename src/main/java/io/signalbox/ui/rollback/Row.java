package io.signalbox.ui.rollback;

import org.jspecify.annotations.Nullable;

/**
 * A line of a tree, ready to be drawn.
 *
 * @param key names the line, the same from one picture to the next
 * @param depth how far it is set in
 * @param look null for a line without a state
 * @param text the name, or the line of a diff
 * @param note what stands at its end, may be empty
 */
record Row(
    Kind kind, String key, int depth, Fold fold, @Nullable Look look, String text, String note) {
  /** What the line is. */
  enum Kind {
    PLAY,
    TASK,
    HOST,
    /** What is known beside a state: a message, a reason. */
    WORDS,
    FILE,
    PLACE,
    SAME,
    REMOVED,
    ADDED;

    /** True for a line of a diff. */
    boolean diff() {
      return ordinal() >= PLACE.ordinal();
    }
  }

  /** Whether more can be seen below it. */
  enum Fold {
    NONE,
    OPEN,
    CLOSED;

    static Fold of(boolean any, boolean open) {
      return !any ? NONE : open ? OPEN : CLOSED;
    }
  }
}
