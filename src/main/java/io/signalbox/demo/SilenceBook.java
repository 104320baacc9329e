package io.signalbox.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The silences of a world: those set before its start, and those set since. */
final class SilenceBook {
  private final FleetSeed seed;
  private final List<Silence> silences = new ArrayList<>();

  SilenceBook(FleetSeed seed) {
    this.seed = seed;
    Instant start = seed.start();
    set(
        matchers(Map.of("alertname", "RunnerDegraded", "hostname", "build-02")),
        start.minusSeconds(18_000),
        start.minusSeconds(10_800),
        "ben",
        "Cleaning the image cache");
    switch (seed.scenario()) {
      case CALM, PRIMARY_OFFLINE -> {}
      case STUCK_DEPLOY ->
          active(
              Map.of("alertname", "RunnerMetricsMissing", "hostname", "stage-a"),
              "Exporter of stage-a is being replaced");
      case LARGE_FLEET ->
          active(Map.of("alertname", "ImageCacheCold"), "Known after the cache move");
    }
  }

  private void active(Map<String, String> labels, String comment) {
    Instant start = seed.start();
    set(matchers(labels), start.minusSeconds(480), start.plusSeconds(5_400), "ana", comment);
  }

  static List<LabelMatcher> matchers(Map<String, String> labels) {
    return new TreeMap<>(labels)
        .entrySet().stream().map(e -> LabelMatcher.equal(e.getKey(), e.getValue())).toList();
  }

  /** Adds a silence and gives its new id, which follows from the seed. */
  synchronized String set(
      List<LabelMatcher> matchers, Instant from, Instant to, String by, String comment) {
    String key = "silence/" + silences.size();
    String id = new UUID(seed.noise().bits(key), seed.noise().bits(key + "/low")).toString();
    silences.add(new Silence(id, matchers, from, to, by, comment));
    return id;
  }

  synchronized List<Silence> all() {
    return List.copyOf(silences);
  }

  Optional<Silence> find(String id) {
    return all().stream().filter(s -> s.id().equals(id)).findFirst();
  }

  /** Ends the silence now; false where there is none of that id. */
  synchronized boolean expire(String id, Instant now) {
    Optional<Silence> found = find(id);
    found.ifPresent(s -> silences.set(silences.indexOf(s), s.endingAt(now)));
    return found.isPresent();
  }

  List<Silence> silencing(Map<String, String> labels, Instant t) {
    return all().stream().filter(s -> s.silences(labels, t)).toList();
  }
}
