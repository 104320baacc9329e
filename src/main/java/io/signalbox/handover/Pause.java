package io.signalbox.handover;

import java.time.Duration;

/** Waits between two looks; tests let their clock pass instead. */
@FunctionalInterface
public interface Pause {
  /** Blocks for this long. */
  void of(Duration time) throws InterruptedException;

  /** Real time. */
  static Pause real() {
    return Thread::sleep;
  }
}
