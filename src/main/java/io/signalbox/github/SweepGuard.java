package io.signalbox.github;

import io.signalbox.http.Endpoint;
import io.signalbox.snapshot.SourceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Ends a sweep that has become pointless: the token is refused, the server is away, time is up. */
final class SweepGuard {
  /** Lets everything pass. */
  static final SweepGuard NONE = new SweepGuard(Clock.systemUTC(), Instant.MAX, Duration.ZERO);

  private final Clock clock;
  private final Instant ends;
  private final Duration limit;
  private final AtomicReference<@Nullable SourceException> pointless = new AtomicReference<>();

  private SweepGuard(Clock clock, Instant ends, Duration limit) {
    this.clock = clock;
    this.ends = ends;
    this.limit = limit;
  }

  static SweepGuard of(Clock clock, Duration limit) {
    return new SweepGuard(clock, clock.instant().plus(limit), limit);
  }

  /** Throws when nothing more is to be asked in this sweep. */
  void check() throws SourceException {
    SourceException before = pointless.get();
    if (before != null) {
      throw before;
    }
    if (clock.instant().isAfter(ends)) {
      throw SourceException.passing(
          "This sweep of GitHub was ended after "
              + limit.toSeconds()
              + " s; the rest is read with the"
              + " next one.",
          null);
    }
  }

  /** Notes a failure that the other questions of this sweep would meet too. */
  void failed(SourceException e) {
    if (e.isHopeless() || Endpoint.neverReached(e)) {
      pointless.compareAndSet(null, e);
    }
  }
}
