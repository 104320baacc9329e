package io.signalbox.github;

import io.signalbox.model.RateBudget;
import io.signalbox.snapshot.SourceException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * GitHub's request limits (docs "Rate limits for the REST API"). While one of them is exhausted no
 * request leaves this machine. Waits are counted by GitHub's own clock. Safe on every thread.
 */
final class RateGate {
  private static final Duration SECONDARY = Duration.ofSeconds(60);
  private static final int GIVE_UP_AFTER = 5;

  private final Clock clock;
  private RateBudget budget = RateBudget.NOT_KNOWN;
  private Instant closedUntil = Instant.MIN;
  private String reason = "";
  private int secondaryInARow;
  private Duration skew = Duration.ZERO;

  RateGate(Clock clock) {
    this.clock = clock;
  }

  /** Throws while GitHub is to be left alone. */
  synchronized void check() throws SourceException {
    Instant now = clock.instant();
    if (now.isBefore(closedUntil)) {
      throw waitFor(Duration.between(now, closedUntil));
    }
  }

  /** Takes in the headers of any answer. */
  synchronized void learn(Response response) {
    Instant now = clock.instant();
    Instant server = date(response.header("Date"));
    skew = server == null ? skew : Duration.between(server, now);
    String resource = response.header("x-ratelimit-resource");
    Integer left = number(response, "x-ratelimit-remaining");
    if (left == null || (resource != null && !resource.equals("core"))) {
      return;
    }
    Integer resetSeconds = number(response, "x-ratelimit-reset");
    Instant reset = resetSeconds == null ? null : Instant.ofEpochSecond(resetSeconds);
    // Four answers arrive in any order; within one window the budget only shrinks.
    Integer before = reset != null && reset.equals(budget.resetAt()) ? budget.remaining() : null;
    int remaining = before == null ? left : Math.min(before, left);
    budget = new RateBudget(number(response, "x-ratelimit-limit"), remaining, reset);
    if (remaining == 0 && reset != null) {
      close(reset.plus(skew), "its request budget is used up");
    }
  }

  /** A good answer came: the next secondary limit begins with the shortest wait again. */
  synchronized void passed() {
    secondaryInARow = 0;
  }

  /** A 403 or 429 that means "slow down"; closes the gate for as long as GitHub says. */
  synchronized SourceException limited(Response response) {
    Instant now = clock.instant();
    Duration asked = retryAfter(response.header("retry-after"), now);
    if (asked != null) {
      close(now.plus(asked), "its limit against bursts");
    } else if (!now.isBefore(closedUntil)) {
      if (++secondaryInARow > GIVE_UP_AFTER) {
        return SourceException.hopeless(
            "GitHub has refused with its limit against bursts "
                + GIVE_UP_AFTER
                + " times in a row. Polling has stopped, because going on may ban the token. Look"
                + " for another program that uses the token, then ask again.");
      }
      close(
          now.plus(SECONDARY.multipliedBy(1L << (secondaryInARow - 1))),
          "its limit against bursts");
    }
    return waitFor(Duration.between(now, closedUntil));
  }

  /** What is left. */
  synchronized RateBudget budget() {
    return budget;
  }

  /**
   * The budget in a word, e.g. {@code 4 812 left} with a thin space; empty before the first answer.
   */
  synchronized String note() {
    DecimalFormatSymbols thin = DecimalFormatSymbols.getInstance(Locale.ROOT);
    thin.setGroupingSeparator('\u2009');
    Integer left = budget.remaining();
    return left == null ? "" : new DecimalFormat("#,##0", thin).format(left) + " left";
  }

  /** How far this machine's clock is ahead of GitHub's; negative when behind. */
  synchronized Duration skew() {
    return skew;
  }

  private void close(Instant until, String why) {
    if (until.isAfter(closedUntil)) {
      closedUntil = until;
      reason = why;
    }
  }

  private SourceException waitFor(Duration wait) {
    Duration whole = wait.plusMillis(999).truncatedTo(ChronoUnit.SECONDS);
    return SourceException.waitFor(
        "GitHub asks us to wait " + words(whole) + " (" + reason + "). It is asked again then.",
        whole);
  }

  private static String words(Duration wait) {
    long seconds = wait.toSeconds();
    return seconds < 120 ? seconds + " s" : (seconds + 59) / 60 + " min";
  }

  private @Nullable Duration retryAfter(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    if (header.matches("\\d{1,6}")) {
      return Duration.ofSeconds(Long.parseLong(header));
    }
    Instant at = date(header);
    if (at == null) {
      return null;
    }
    Duration wait = Duration.between(now.minus(skew), at);
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  private static @Nullable Instant date(@Nullable String header) {
    try {
      return header == null
          ? null
          : ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null; // an unreadable date is no date
    }
  }

  private static @Nullable Integer number(Response response, String header) {
    String value = response.header(header);
    return value != null && value.matches("\\d{1,10}")
        ? (int) Math.min(Integer.MAX_VALUE, Long.parseLong(value))
        : null;
  }
}
