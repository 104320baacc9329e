package io.signalbox.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** GitHub's primary rate limit: so many requests an hour, counted until the hour is over. */
final class RateLimitWindow {
  /** Requests an hour. */
  static final int LIMIT = 5_000;

  private static final long HOUR = 3_600;

  private long resetAt;
  private int used;

  /** The state of the window after a request that costs {@code cost}. */
  synchronized State spend(int cost, Instant now) {
    if (now.getEpochSecond() >= resetAt) {
      resetAt = now.getEpochSecond() + HOUR;
      used = 0;
    }
    boolean exhausted = used + cost > LIMIT;
    used = Math.min(LIMIT, used + cost);
    return new State(used, resetAt, exhausted);
  }

  /** Leaves only this many requests for the rest of the hour. */
  synchronized void leave(int remaining, Instant now) {
    spend(0, now);
    used = LIMIT - Math.clamp(remaining, 0, LIMIT);
  }

  /** What the headers say; {@code exhausted} when this request was one too many. */
  record State(int used, long resetAt, boolean exhausted) {

    Map<String, String> headers() {
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put("x-ratelimit-limit", String.valueOf(LIMIT));
      headers.put("x-ratelimit-remaining", String.valueOf(LIMIT - used));
      headers.put("x-ratelimit-used", String.valueOf(used));
      headers.put("x-ratelimit-reset", String.valueOf(resetAt));
      headers.put("x-ratelimit-resource", "core");
      return headers;
    }

    ObjectNode json() {
      return Json.object()
          .put("limit", LIMIT)
          .put("used", used)
          .put("remaining", LIMIT - used)
          .put("reset", resetAt);
    }
  }
}
