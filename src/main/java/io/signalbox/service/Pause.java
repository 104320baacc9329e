package io.signalbox.service;

import java.time.Duration;

/** Waits between two looks; tests let their clock pass instead. */
@FunctionalInterface
public interface Pause {
  /** Blocks for a while. */
  void between() throws InterruptedException;

  /** Two seconds of real time. */
  static Pause real() {
    return () -> Thread.sleep(Duration.ofSeconds(2));
  }
}
