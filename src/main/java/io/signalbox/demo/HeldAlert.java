package io.signalbox.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * One alert as Alertmanager holds it.
 *
 * @param endsAt until when it is believed without being sent again
 */
record HeldAlert(
    Map<String, String> labels,
    Map<String, String> annotations,
    Instant startsAt,
    Instant endsAt,
    Instant updatedAt) {
  /** How often Prometheus sends a firing alert again, and how long Alertmanager believes it. */
  private static final Duration RESENT = Duration.ofMinutes(1);

  private static final Duration BELIEVED = Duration.ofMinutes(4);

  /** What Prometheus has sent of a firing alert by {@code now}. */
  static HeldAlert sent(SimulatedAlert alert, Instant now) {
    Duration age = Duration.between(alert.firedAt(), now);
    Instant sent = alert.firedAt().plus(RESENT.multipliedBy(Math.max(0, age.dividedBy(RESENT))));
    return new HeldAlert(
        alert.labels(), alert.annotations(), alert.firedAt(), sent.plus(BELIEVED), sent);
  }

  String fingerprint() {
    return Fingerprint.of(labels);
  }
}
