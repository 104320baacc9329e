package io.signalbox.model;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One alert as Prometheus or Alertmanager reports it.
 *
 * @param severity from its {@code severity} label
 * @param since when it began, null where the source does not say
 * @param source {@link SourceId#path()} of who reported it
 */
public record AlertInstance(
    String name,
    AlertState state,
    Severity severity,
    Map<String, String> labels,
    Map<String, String> annotations,
    @Nullable Instant since,
    String source) {
  /** An alert by its labels, which hold its name and its severity. */
  public static AlertInstance of(
      AlertState state,
      Map<String, String> labels,
      Map<String, String> annotations,
      @Nullable Instant since,
      String source) {
    return new AlertInstance(
        labels.getOrDefault("alertname", "(alert without a name)"),
        state,
        Severity.ofLabel(labels.getOrDefault("severity", "")),
        labels,
        annotations,
        since,
        source);
  }

  /** The severity as shown: rated ones by their word, others as the source gives them. */
  public String severityWord() {
    if (severity != Severity.UNRATED) {
      return severity.word();
    }
    String given = labels.getOrDefault("severity", "");
    return given.isBlank() ? "no severity given" : given;
  }

  /** The summary annotation, else the description, else nothing. */
  public String summary() {
    String summary = annotations.get("summary");
    return summary != null ? summary : annotations.getOrDefault("description", "");
  }
}
