package io.signalbox.demo;

import java.time.Instant;
import java.util.Map;

/**
 * One alert as an evaluation left it.
 *
 * @param activeAt when the condition was first seen true
 * @param firing whether it has been true for as long as the rule asks
 * @param firedAt when it began, or will begin, to fire
 */
record SimulatedAlert(
    AlertRule rule,
    Map<String, String> labels,
    Instant activeAt,
    boolean firing,
    Instant firedAt,
    double value) {

  /** The rule's annotations with this alert's labels put in. */
  Map<String, String> annotations() {
    String summary = rule.summary();
    for (Map.Entry<String, String> label : labels.entrySet()) {
      summary = summary.replace("{{ $labels." + label.getKey() + " }}", label.getValue());
    }
    return Map.of("summary", summary);
  }
}
