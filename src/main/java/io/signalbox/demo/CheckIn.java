package io.signalbox.demo;

import java.time.Duration;
import java.time.Instant;

/** When a runner last wrote to its own log: about every half minute while its service runs. */
final class CheckIn {
  private CheckIn() {}

  static Instant at(FleetHistory history, SimulatedRunner runner, Noise noise, Instant t) {
    Duration every = Duration.ofSeconds(noise.between(runner.name() + "/check-in", 18, 38));
    ServicePhase phase = history.service(runner).at(t);
    Instant end = t;
    if (!phase.active()) {
      end = history.service(runner).notActiveSince(t).orElse(t);
    }
    Duration running = Duration.between(phase.enteredActive(), end);
    return phase.enteredActive().plus(every.multipliedBy(running.dividedBy(every)));
  }
}
