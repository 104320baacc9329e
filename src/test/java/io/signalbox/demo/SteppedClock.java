package io.signalbox.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is moved. */
final class SteppedClock extends Clock {
  static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

  void advance(Duration time) {
    now.updateAndGet(t -> t.plus(time));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
