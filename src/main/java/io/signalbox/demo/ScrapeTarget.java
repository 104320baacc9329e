package io.signalbox.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One exporter endpoint in the simulated scrape configuration: there is one per runner.
 *
 * @param offsetMillis when within the scrape interval its turn comes
 * @param labels those of the scrape configuration
 */
record ScrapeTarget(SimulatedRunner runner, long offsetMillis, Map<String, String> labels) {
  static final String JOB = "github-runner-health";
  static final Duration INTERVAL = Duration.ofSeconds(5);

  static ScrapeTarget of(SimulatedRunner runner, Noise noise) {
    long offset = noise.between(runner.name() + "/scrape", 0, 4_999);
    return new ScrapeTarget(runner, offset, labels(runner));
  }

  /** The newest scrape at or before {@code t}. */
  Instant scrapedAt(Instant t) {
    long millis = t.toEpochMilli();
    return Instant.ofEpochMilli(millis - Math.floorMod(millis - offsetMillis, INTERVAL.toMillis()));
  }

  private static Map<String, String> labels(SimulatedRunner runner) {
    Map<String, String> labels = new TreeMap<>();
    labels.put("instance", runner.instance());
    labels.put("job", JOB);
    labels.put("runner_name", runner.name());
    labels.put("runner_role", runner.role());
    labels.put("service", "github-runner");
    return Collections.unmodifiableMap(labels);
  }
}
