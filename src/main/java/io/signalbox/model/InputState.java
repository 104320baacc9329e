package io.signalbox.model;

/** What is known about one input of a runner's state. "No data" is never a number. */
public enum InputState {
  /** Read recently enough to act on. */
  FRESH("fresh"),
  /** A value is known, but it is too old to act on. */
  STALE("stale"),
  /** It was measured once and is gone, or its source cannot be read: the value is unknown. */
  UNKNOWN("unknown"),
  /** Nothing ever measured it; it degrades nothing. */
  NOT_MEASURED("not measured");

  private final String word;

  InputState(String word) {
    this.word = word;
  }

  /** The word for screen and JSON. */
  public String word() {
    return word;
  }
}
