package io.signalbox.ui.alerts;

import io.signalbox.model.SourceKind;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SourceHealth;
import io.signalbox.snapshot.SourceState;
import io.signalbox.ui.kit.Ages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What the sources of alerts allow to be said. Pure: an empty list is not calm by itself. */
record AlertSources(List<SourceHealth> fresh, List<SourceHealth> notFresh) {
  static AlertSources of(Snapshot snapshot) {
    List<SourceHealth> sources =
        snapshot.sources().stream()
            .filter(
                source ->
                    source.id().kind() == SourceKind.ALERTMANAGER
                        || source.id().kind() == SourceKind.PROMETHEUS)
            .toList();
    return new AlertSources(
        sources.stream().filter(source -> source.state().fresh()).toList(),
        sources.stream().filter(source -> !source.state().fresh()).toList());
  }

  /** One sentence for each source that cannot be relied on. */
  List<String> troubles(Instant now) {
    return notFresh.stream().map(source -> trouble(source, now)).toList();
  }

  private static String trouble(SourceHealth source, Instant now) {
    String name = source.id().kind().title() + " " + source.id().name();
    Duration age = source.age(now);
    String last = age == null ? "it never answered" : "its last answer is " + Ages.of(age) + " old";
    return switch (source.state()) {
      case SourceState.Failed<?> failed ->
          name
              + " has been failing for "
              + Ages.since(failed.since(), now)
              + ": "
              + failed.error()
              + " ("
              + last
              + ")";
      case SourceState.Never<?> _ -> name + " has not answered yet.";
      case SourceState.Stale<?> _ -> name + " is stale: " + last + ".";
      case SourceState.Fresh<?> _ -> "";
    };
  }

  /** What an empty list means. */
  String whenEmpty(Instant now) {
    if (fresh.isEmpty() && notFresh.isEmpty()) {
      return "No source of alerts is configured. Add Prometheus or Alertmanager to the profile.";
    }
    if (fresh.isEmpty()) {
      return "Whether anything is firing is not known: no source of alerts can be read.";
    }
    String asked =
        fresh.stream()
            .map(
                source -> {
                  Duration age = source.age(now);
                  return source.id().kind().title()
                      + " "
                      + (age == null ? "" : Ages.of(age))
                      + " ago";
                })
            .collect(Collectors.joining(", "));
    return notFresh.isEmpty()
        ? "No alert. Asked " + asked + "."
        : "No alert from those that answer (" + asked + "); the others are not known.";
  }
}
