package io.signalbox.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One silence of the simulated Alertmanager. */
record Silence(
    String id,
    Map<String, String> matchers,
    Instant startsAt,
    Instant endsAt,
    String createdBy,
    String comment) {

  /** The silences that somebody had set before the start. */
  static List<Silence> of(FleetSeed seed) {
    Silence expired =
        new Silence(
            "5f0e6c1e-52c2-4f27-9b4e-0d9c4c6f1a01",
            Map.of("alertname", "RunnerDegraded", "hostname", "build-02"),
            seed.start().minusSeconds(18_000),
            seed.start().minusSeconds(10_800),
            "ben",
            "Cleaning the image cache");
    return switch (seed.scenario()) {
      case CALM, PRIMARY_OFFLINE -> List.of(expired);
      case STUCK_DEPLOY ->
          List.of(
              expired,
              active(
                  seed,
                  Map.of("alertname", "RunnerMetricsMissing", "hostname", "stage-a"),
                  "Exporter of stage-a is being replaced"));
      case LARGE_FLEET ->
          List.of(
              expired,
              active(seed, Map.of("alertname", "ImageCacheCold"), "Known after the cache move"));
    };
  }

  private static Silence active(FleetSeed seed, Map<String, String> matchers, String comment) {
    return new Silence(
        "9d2f4f7a-3a0a-4a5c-8f55-7c1f3f0b2b02",
        matchers,
        seed.start().minusSeconds(480),
        seed.start().plusSeconds(5_400),
        "ana",
        comment);
  }

  String state(Instant t) {
    if (startsAt.isAfter(t)) {
      return "pending";
    }
    return endsAt.isAfter(t) ? "active" : "expired";
  }

  boolean silences(Map<String, String> labels, Instant t) {
    return state(t).equals("active")
        && matchers.entrySet().stream()
            .allMatch(m -> m.getValue().equals(labels.getOrDefault(m.getKey(), "")));
  }
}
