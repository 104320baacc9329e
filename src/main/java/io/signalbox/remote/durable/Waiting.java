package io.signalbox.remote.durable;

import java.time.Duration;

/** Waits before another attempt; tests wait shorter. */
@FunctionalInterface
public interface Waiting {
  /** Blocks for about so long. */
  void sleep(Duration time) throws InterruptedException;

  /** Real time. */
  static Waiting real() {
    return Thread::sleep;
  }
}
