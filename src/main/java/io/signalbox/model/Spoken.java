package io.signalbox.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Durations and ages in the words of the screen: {@code 48 s}, {@code 6 min}, {@code 2 h 5 min}.
 */
public final class Spoken {
  private Spoken() {}

  /** A duration in at most two units; {@code not known} for null, never negative. */
  public static String duration(@Nullable Duration duration) {
    if (duration == null) {
      return "not known";
    }
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    long minutes = seconds / 60;
    if (minutes < 60) {
      return minutes + " min";
    }
    long hours = minutes / 60;
    if (hours < 24) {
      return hours + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
    long days = hours / 24;
    return days + " d" + (hours % 24 == 0 ? "" : " " + hours % 24 + " h");
  }
}
