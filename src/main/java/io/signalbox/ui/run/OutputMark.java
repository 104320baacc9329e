package io.signalbox.ui.run;

/**
 * Which lines are marked: all from where the marking began to where it is led, or none. Not safe
 * for several threads.
 */
final class OutputMark {
  private int anchor = -1;
  private int lead = -1;

  /** No line. */
  void clear() {
    anchor = -1;
    lead = -1;
  }

  /** This line alone. */
  void one(int line) {
    anchor = line;
    lead = line;
  }

  /** All from where the marking began to this line. */
  void lead(int line) {
    anchor = anchor < 0 ? line : anchor;
    lead = line;
  }

  /** The line the keys move from; -1 without one. */
  int lead() {
    return lead;
  }

  int from() {
    return Math.min(anchor, lead);
  }

  /** The line behind the last; equal to {@link #from} when none is marked. */
  int end() {
    return lead < 0 ? from() : Math.max(anchor, lead) + 1;
  }

  boolean holds(int line) {
    return lead >= 0 && from() <= line && line < end();
  }
}
