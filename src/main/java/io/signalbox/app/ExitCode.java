package io.signalbox.app;

/** Exit codes that no verdict decides. */
final class ExitCode {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int BAD_USAGE_OR_PROFILE = 2;
  static final int NOT_RUN = 3;
  static final int NO_SOURCE_READABLE = 5;

  /** The journal or the environment's lock is held by another, as EX_TEMPFAIL of sysexits.h. */
  static final int HELD_BY_ANOTHER = 75;

  private ExitCode() {}
}
