package io.signalbox.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One silence of the simulated Alertmanager. */
record Silence(
    String id,
    List<LabelMatcher> matchers,
    Instant startsAt,
    Instant endsAt,
    String createdBy,
    String comment) {

  Silence endingAt(Instant t) {
    return new Silence(id, matchers, startsAt, t, createdBy, comment);
  }

  String state(Instant t) {
    if (startsAt.isAfter(t)) {
      return "pending";
    }
    return endsAt.isAfter(t) ? "active" : "expired";
  }

  boolean silences(Map<String, String> labels, Instant t) {
    return state(t).equals("active") && matchers.stream().allMatch(m -> m.matches(labels));
  }
}
