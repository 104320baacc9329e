package io.signalbox.app;

import io.signalbox.action.ActionRun;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Where a test has this process killed: with {@code -Dsignalbox.crashAt=POINT} it says on standard
 * error that it is there, and goes no further. Without the property nothing is ever stopped.
 */
enum CrashPoint {
  INTENT("intent"),
  PERMIT("permit"),
  START("start"),
  MID_RUN("mid-run"),
  BEFORE_OUTCOME("before-outcome");

  private static final String PROPERTY = "signalbox.crashAt";

  /** Where nothing is left but to say how it ended. */
  private static final Set<String> LAST_STEPS = Set.of("Read the result", "Verify");

  private final String word;

  CrashPoint(String word) {
    this.word = word;
  }

  /** Waits here for its end, if this is the point that was named. */
  void pass() {
    if (!word.equals(System.getProperty(PROPERTY))) {
      return;
    }
    System.err.println(PROPERTY + " " + word);
    System.err.flush();
    while (true) {
      LockSupport.park();
    }
  }

  /** The point a run has come to, by what is seen of it from outside. */
  static void pass(ActionRun run) {
    boolean reads =
        run.steps().stream().anyMatch(s -> LAST_STEPS.contains(s.name()) && s.startedAt() != null);
    if (reads) {
      BEFORE_OUTCOME.pass();
    } else if (run.output().size() > 1) {
      MID_RUN.pass();
    } else if (!run.output().isEmpty()) {
      START.pass();
    } else if (run.steps().stream().anyMatch(step -> step.startedAt() != null)) {
      PERMIT.pass();
    }
  }
}
