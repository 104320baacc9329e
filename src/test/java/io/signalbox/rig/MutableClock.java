package io.signalbox.rig;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands until the test lets it pass. */
public final class MutableClock extends Clock {
  /** Where it starts if nothing else is said. */
  public static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

  private final AtomicReference<Instant> now;

  /** At {@link #START}. */
  public MutableClock() {
    this(START);
  }

  /** At this time. */
  public MutableClock(Instant start) {
    now = new AtomicReference<>(start);
  }

  /** Lets time pass. */
  public void pass(Duration span) {
    now.updateAndGet(instant -> instant.plus(span));
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
