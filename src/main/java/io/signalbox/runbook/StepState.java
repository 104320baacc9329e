package io.signalbox.runbook;

/** Where a step stands. */
public enum StepState {
  PENDING("pending"),
  RUNNING("running"),
  OK("ok"),
  /** Done, but nothing proved it. */
  UNVERIFIED("done, not verified"),
  FAILED("failed"),
  /** Done on some of its machines; on the others nothing was done yet. */
  HALF("half done"),
  SKIPPED("skipped"),
  /** It was begun, and how it ended is not known. */
  UNKNOWN("outcome unknown");

  private final String word;

  StepState(String word) {
    this.word = word;
  }

  /** The word for screen and JSON. */
  public String word() {
    return word;
  }

  /** True when what comes after it may rely on it. */
  public boolean done() {
    return this == OK || this == UNVERIFIED;
  }
}
