package io.signalbox.prometheus;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prometheus's durations: {@code 15s}, {@code 1m30s}, {@code 500ms}, {@code 1d}. */
final class PromDuration {
  private static final Pattern PART = Pattern.compile("(\\d+)(ms|[smhdwy])");

  private PromDuration() {}

  /** The duration, zero where the text is none: an interval is information, not a promise. */
  static Duration parse(String text) {
    Matcher part = PART.matcher(text);
    Duration sum = Duration.ZERO;
    int at = 0;
    while (part.find() && part.start() == at && part.group(1).length() < 12) {
      sum = sum.plus(unit(part.group(2)).multipliedBy(Long.parseLong(part.group(1))));
      at = part.end();
    }
    return at == text.length() ? sum : Duration.ZERO;
  }

  private static Duration unit(String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(1);
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      case "d" -> Duration.ofDays(1);
      case "w" -> Duration.ofDays(7);
      default -> Duration.ofDays(365);
    };
  }
}
