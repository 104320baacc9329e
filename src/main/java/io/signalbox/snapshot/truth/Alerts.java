package io.signalbox.snapshot.truth;

import io.signalbox.model.AlertInstance;
import io.signalbox.model.AlertState;
import io.signalbox.snapshot.Reading;
import io.signalbox.snapshot.SourceState;
import io.signalbox.snapshot.SourceStates;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Merges the alerts of all sources: the same labels are the same alert. Alertmanager knows about
 * silences, so its word on the state counts; Prometheus adds what is still pending.
 */
final class Alerts {
  private Alerts() {}

  static List<AlertInstance> merge(SourceStates states) {
    Map<Map<String, String>, AlertInstance> byLabels = new LinkedHashMap<>();
    Stream<AlertInstance> routed =
        values(states.alertmanager()).flatMap(reading -> reading.alerts().stream());
    Stream<AlertInstance> evaluated =
        values(states.prometheus()).flatMap(reading -> reading.alerts().stream());
    routed.forEach(alert -> byLabels.merge(alert.labels(), alert, Alerts::louder));
    evaluated.forEach(alert -> byLabels.putIfAbsent(alert.labels(), alert));
    return byLabels.values().stream()
        .sorted(
            Comparator.comparing(AlertInstance::state)
                .thenComparing(AlertInstance::severity)
                .thenComparing(
                    AlertInstance::since, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(AlertInstance::name)
                .thenComparing(alert -> alert.labels().toString()))
        .toList();
  }

  /** Two Alertmanagers that differ: one that would page counts. */
  private static AlertInstance louder(AlertInstance a, AlertInstance b) {
    return a.state() == AlertState.FIRING ? a : b;
  }

  private static <T> Stream<T> values(Map<?, SourceState<T>> states) {
    return states.values().stream()
        .map(SourceState::reading)
        .filter(Objects::nonNull)
        .map(Reading::value);
  }
}
