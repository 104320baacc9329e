package io.signalbox.ui.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times in words: relative first, absolute in UTC. Pure. */
public final class Ages {
  private static final DateTimeFormatter CLOCK = format("HH:mm:ss'Z'");
  private static final DateTimeFormatter MINUTE = format("HH:mm");
  private static final DateTimeFormatter FULL = format("yyyy-MM-dd HH:mm:ss 'UTC'");

  private Ages() {}

  /** {@code 8 s}, {@code 6 min}, {@code 2 h 05 min}, {@code 3 d 4 h}; a negative one is 0 s. */
  public static String of(Duration age) {
    long seconds = Math.max(0, age.toSeconds());
    if (seconds < 60) {
      return seconds + "\u00a0s";
    }
    if (seconds < 3600) {
      return seconds / 60 + "\u00a0min";
    }
    if (seconds < 86_400) {
      long minutes = seconds % 3600 / 60;
      String hours = seconds / 3600 + "\u00a0h";
      return minutes == 0 ? hours : hours + "\u00a0%02d\u00a0min".formatted(minutes);
    }
    long hours = seconds % 86_400 / 3600;
    String days = seconds / 86_400 + "\u00a0d";
    return hours == 0 ? days : days + "\u00a0" + hours + "\u00a0h";
  }

  /** As {@link #of(Duration)}, with seconds below an hour: {@code 4 min 12 s}. */
  public static String exact(Duration age) {
    long seconds = Math.max(0, age.toSeconds());
    return seconds < 60 || seconds >= 3600 || seconds % 60 == 0
        ? of(age)
        : seconds / 60 + "\u00a0min\u00a0%02d\u00a0s".formatted(seconds % 60);
  }

  /** Age of a moment at {@code now}. */
  public static String since(Instant from, Instant now) {
    return of(Duration.between(from, now));
  }

  /** Age of a moment at {@code now}, or the word for "not known". */
  public static String sinceOr(@Nullable Instant from, Instant now, String unknown) {
    return from == null ? unknown : since(from, now);
  }

  /** {@code 03:12:45Z}. */
  public static String clock(Instant at) {
    return CLOCK.format(at);
  }

  /** {@code 03:12}, in UTC. */
  public static String minute(Instant at) {
    return MINUTE.format(at);
  }

  /** {@code 2026-11-24 03:12:45 UTC}. */
  public static String full(Instant at) {
    return FULL.format(at);
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }
}
