package io.signalbox.demo;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The query parameters by which GitHub narrows a list of workflow runs. */
final class RunFilter {
  private RunFilter() {}

  static boolean matches(HttpAsk ask, RunPlan run, Instant now) {
    Arrival.Trigger by = run.arrival().trigger();
    String status = ask.parameter("status");
    boolean wanted =
        status == null
            || status.equals(run.status(now))
            || (run.completed(now) && status.equals(run.conclusion()));
    return wanted
        && same(ask.parameter("branch"), by.branch())
        && same(ask.parameter("event"), by.event())
        && same(ask.parameter("actor"), by.actor())
        && same(ask.parameter("head_sha"), by.sha())
        && created(ask.parameter("created"), run.createdAt());
  }

  private static boolean same(@Nullable String wanted, String actual) {
    return wanted == null || wanted.equals(actual);
  }

  /** GitHub's search syntax for dates: {@code >=T}, {@code >T}, {@code <=T}, {@code <T}, A..B. */
  private static boolean created(@Nullable String range, Instant at) {
    if (range == null) {
      return true;
    }
    int dots = range.indexOf("..");
    if (dots >= 0) {
      return created(">=" + range.substring(0, dots), at)
          && created("<=" + range.substring(dots + 2), at);
    }
    String bare = range.replaceFirst("^[<>]=?", "");
    if (bare.equals("*")) {
      return true;
    }
    Instant limit = instant(bare);
    if (limit == null) {
      return false;
    }
    return switch (range.substring(0, range.length() - bare.length())) {
      case ">=" -> !at.isBefore(limit);
      case ">" -> at.isAfter(limit);
      case "<=" -> !at.isAfter(limit);
      case "<" -> at.isBefore(limit);
      default -> at.equals(limit);
    };
  }

  private static @Nullable Instant instant(String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
