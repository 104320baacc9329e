package io.signalbox.ansible;

/**
 * One line of a diff.
 *
 * @param text harmless, without the mark in front
 */
public record DiffLine(Kind kind, String text) {
  /** What the line is. */
  public enum Kind {
    /** Where in the file the next lines are. */
    PLACE,
    SAME,
    REMOVED,
    ADDED
  }
}
