package io.signalbox.ui.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Time against pixels. Pure.
 *
 * @param left where {@code from} lies
 * @param width how wide the span from {@code from} to {@code to} is
 */
record TimeScale(Instant from, Instant to, double left, double width) {
  static final Duration SHORTEST = Duration.ofMinutes(5);
  static final Duration LONGEST = Duration.ofDays(7);
  private static final long[] STEPS_MINUTES = {1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440};

  double x(Instant at) {
    return left + width * millis(from, at) / span();
  }

  Instant at(double x) {
    return from.plusMillis(Math.round((x - left) / width * span()));
  }

  /** Shows more (above 1) or less time, keeping the moment under {@code x} where it is. */
  TimeScale zoom(double factor, double x) {
    double wanted =
        Math.clamp(span() * factor, (double) SHORTEST.toMillis(), (double) LONGEST.toMillis());
    Instant anchor = at(x);
    double before = (x - left) / width;
    Instant start = anchor.minusMillis(Math.round(wanted * before));
    return new TimeScale(start, start.plusMillis(Math.round(wanted)), left, width);
  }

  /** Moves by pixels: what was at x is then at x + pixels. */
  TimeScale pan(double pixels) {
    long by = Math.round(pixels / width * span());
    return new TimeScale(from.minusMillis(by), to.minusMillis(by), left, width);
  }

  /** Full moments of UTC at least {@code room} pixels apart. */
  List<Instant> ticks(double room) {
    long step = STEPS_MINUTES[STEPS_MINUTES.length - 1];
    for (long minutes : STEPS_MINUTES) {
      if (width * minutes * 60_000 / span() >= room) {
        step = minutes;
        break;
      }
    }
    long seconds = step * 60;
    List<Instant> ticks = new ArrayList<>();
    long first = Math.ceilDiv(from.getEpochSecond(), seconds) * seconds;
    for (long at = first; at <= to.getEpochSecond(); at += seconds) {
      ticks.add(Instant.ofEpochSecond(at));
    }
    return ticks;
  }

  private double span() {
    return millis(from, to);
  }

  private static double millis(Instant from, Instant to) {
    return Duration.between(from, to).toMillis();
  }
}
