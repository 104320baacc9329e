package io.signalbox.action;

/** How an action ended; the only thing that may decide a colour or an exit code. */
public enum Verdict {
  NOT_RUN(3, "not run"),
  RUNNING(4, "running"),
  SUCCEEDED_VERIFIED(0, "succeeded, verified"),
  SUCCEEDED_UNVERIFIED(6, "done, not verified"),
  PARTIAL(7, "partial"),
  FAILED_VERIFY(1, "done, but not as intended"),
  FAILED(1, "failed"),
  CANCELLED(8, "cancelled"),
  UNKNOWN(4, "outcome unknown");

  private final int exitCode;
  private final String words;

  Verdict(int exitCode, String words) {
    this.exitCode = exitCode;
    this.words = words;
  }

  /** The exit code of a headless verb that ends so. */
  public int exitCode() {
    return exitCode;
  }

  /** The words on screen. */
  public String words() {
    return words;
  }

  /** True once nothing more will happen by itself. */
  public boolean ended() {
    return this != RUNNING;
  }
}
