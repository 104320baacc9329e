package io.signalbox.ui.timeline;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One bar on the line.
 *
 * @param queuedFrom when it began to wait, null where it did not wait or nobody says
 * @param from when it began
 * @param to when it ended, null while it goes on
 */
record Bar(
    TimelinePick pick,
    BarState state,
    String title,
    @Nullable Instant queuedFrom,
    Instant from,
    @Nullable Instant to) {

  Instant end(Instant now) {
    return to == null ? (now.isAfter(from) ? now : from) : to;
  }

  /** The first moment that belongs to it, waiting included. */
  Instant begin() {
    return queuedFrom != null && queuedFrom.isBefore(from) ? queuedFrom : from;
  }

  Duration lasted(Instant now) {
    return Duration.between(from, end(now));
  }

  /** How long it waited; zero where it did not. */
  Duration waited() {
    return Duration.between(begin(), from);
  }
}
