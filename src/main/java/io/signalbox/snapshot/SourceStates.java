package io.signalbox.snapshot;

import io.signalbox.model.AlertmanagerReading;
import io.signalbox.model.ExporterReading;
import io.signalbox.model.GithubReading;
import io.signalbox.model.PrometheusReading;
import io.signalbox.model.SourceId;
import io.signalbox.model.SourceKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The states of all sources at one moment, in the profile's order. The kind of a source decides
 * what its reading is; this class is the one place that relies on it.
 */
public record SourceStates(Map<SourceId, SourceState<?>> byId) {
  /** Copies the map, keeping its order. */
  public SourceStates {
    byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
  }

  /** Every Prometheus. */
  public Map<SourceId, SourceState<PrometheusReading>> prometheus() {
    return of(SourceKind.PROMETHEUS);
  }

  /** Every Alertmanager. */
  public Map<SourceId, SourceState<AlertmanagerReading>> alertmanager() {
    return of(SourceKind.ALERTMANAGER);
  }

  /** GitHub; empty where the profile does not ask it. */
  public Map<SourceId, SourceState<GithubReading>> github() {
    return of(SourceKind.GITHUB);
  }

  /** Every exporter that is asked directly. */
  public Map<SourceId, SourceState<ExporterReading>> exporters() {
    return of(SourceKind.EXPORTER);
  }

  /** As shown in the health strip. */
  public List<SourceHealth> health() {
    return byId.entrySet().stream()
        .map(entry -> new SourceHealth(entry.getKey(), entry.getValue()))
        .toList();
  }

  @SuppressWarnings("unchecked") // a source's kind and its reading's type go together
  private <T> Map<SourceId, SourceState<T>> of(SourceKind kind) {
    Map<SourceId, SourceState<T>> found = new LinkedHashMap<>();
    byId.forEach(
        (id, state) -> {
          if (id.kind() == kind) {
            found.put(id, (SourceState<T>) state);
          }
        });
    return found;
  }
}
