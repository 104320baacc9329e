package io.signalbox.demo;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the times and durations of the Prometheus API: seconds, RFC 3339, and {@code 15s}. */
final class PrometheusTime {
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,12})?");
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");

  private PrometheusTime() {}

  static Instant instant(String name, @Nullable String text) throws QueryRefused {
    String given = text == null ? "" : text;
    if (DECIMAL.matcher(given).matches()) {
      return Instant.ofEpochMilli(new BigDecimal(given).movePointRight(3).longValue());
    }
    try {
      return OffsetDateTime.parse(given).toInstant();
    } catch (DateTimeException e) {
      String reason = "cannot parse \"" + given + "\" to a valid timestamp";
      boolean single = name.equals("time");
      throw QueryRefused.parameter(
          name, single ? "Invalid time value for 'time': " + reason : reason);
    }
  }

  /** Milliseconds, greater than zero. */
  static long step(@Nullable String text) throws QueryRefused {
    String given = text == null ? "" : text;
    Matcher duration = DURATION.matcher(given);
    long millis;
    if (DECIMAL.matcher(given).matches()) {
      millis = new BigDecimal(given).movePointRight(3).longValue();
    } else if (duration.matches()) {
      millis = Long.parseLong(duration.group(1)) * unit(duration.group(2));
    } else {
      throw QueryRefused.parameter("step", "cannot parse \"" + given + "\" to a valid duration");
    }
    if (millis <= 0) {
      throw QueryRefused.parameter(
          "step",
          "zero or negative query resolution step widths are not accepted."
              + " Try a positive integer");
    }
    return millis;
  }

  private static long unit(String word) {
    return switch (word) {
      case "ms" -> 1;
      case "s" -> 1_000;
      case "m" -> 60_000;
      case "h" -> 3_600_000;
      default -> 86_400_000;
    };
  }
}
