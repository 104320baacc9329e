package io.signalbox.snapshot;

import java.time.Clock;
import java.util.random.RandomGenerator;

/** Time and chance as pollers meet them: the wall clock, the waiting, and the jitter's dice. */
public record Pacing(Clock clock, Waiting waiting, RandomGenerator random) {
  /** Real time and chance. */
  public static Pacing real(Clock clock) {
    return new Pacing(clock, Waiting.real(), RandomGenerator.getDefault());
  }
}
