package io.signalbox.prometheus;

import io.signalbox.http.JsonCursor;
import io.signalbox.http.WireException;
import io.signalbox.model.ScrapeTarget;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** {@code /api/v1/targets?state=active}. */
final class TargetsJson {
  private TargetsJson() {}

  static List<ScrapeTarget> targets(JsonCursor json) throws IOException {
    json.object();
    List<ScrapeTarget> active = null;
    for (String field = json.field(); field != null; field = json.field()) {
      if (field.equals("activeTargets")) {
        active = json.list(TargetsJson::target);
      } else {
        json.skip();
      }
    }
    if (active == null) {
      throw new WireException("its data has no activeTargets");
    }
    return active;
  }

  private static ScrapeTarget target(JsonCursor json) throws IOException {
    json.object();
    Map<String, String> labels = Map.of();
    String pool = "";
    String health = "";
    String lastError = "";
    Instant lastScrape = null;
    Duration interval = Duration.ZERO;
    for (String field = json.field(); field != null; field = json.field()) {
      switch (field) {
        case "labels" -> labels = json.texts();
        case "scrapePool" -> pool = json.textOr("");
        case "health" -> health = json.textOr("");
        case "lastError" -> lastError = json.textOr("");
        case "lastScrape" -> lastScrape = json.timeOrNull();
        case "scrapeInterval" -> interval = PromDuration.parse(json.textOr(""));
        default -> json.skip();
      }
    }
    Boolean up =
        switch (health) {
          case "up" -> Boolean.TRUE;
          case "down" -> Boolean.FALSE;
          default -> null;
        };
    return new ScrapeTarget(
        labels.getOrDefault("job", pool),
        labels.getOrDefault("instance", ""),
        labels,
        up,
        lastScrape,
        interval,
        lastError);
  }
}
