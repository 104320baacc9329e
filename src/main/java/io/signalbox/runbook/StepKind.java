package io.signalbox.runbook;

/** What can be done with a fenced block. */
public enum StepKind {
  SHELL("shell"),
  PROMQL("promql"),
  LOGQL("logql"),
  HTTP("http"),
  /** It is read, not run. */
  SHOWN("shown");

  private final String word;

  StepKind(String word) {
    this.word = word;
  }

  /** The word for screen and JSON. */
  public String word() {
    return word;
  }
}
