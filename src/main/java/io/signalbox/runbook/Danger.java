package io.signalbox.runbook;

/** What a step can do at worst; greater is worse. */
public enum Danger {
  READ_ONLY("read-only"),
  MUTATING("mutating"),
  DESTRUCTIVE("destructive");

  private final String word;

  Danger(String word) {
    this.word = word;
  }

  /** The word for screen, JSON and info strings. */
  public String word() {
    return word;
  }

  /** The worse of two. */
  public Danger or(Danger other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
