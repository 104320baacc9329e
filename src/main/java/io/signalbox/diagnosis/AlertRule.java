package io.signalbox.diagnosis;

import io.signalbox.model.AlertInstance;
import io.signalbox.model.AlertState;
import io.signalbox.model.Finding;
import io.signalbox.model.Severity;
import io.signalbox.snapshot.Examiner;
import io.signalbox.snapshot.Snapshot;
import java.util.List;
import java.util.stream.Collectors;

/** Firing critical alerts, in one finding however many there are. */
final class AlertRule implements Examiner {
  private static final int NAMED = 3;

  @Override
  public List<Finding> examine(Snapshot snapshot) {
    List<AlertInstance> critical =
        snapshot.alerts().stream()
            .filter(alert -> alert.state() == AlertState.FIRING)
            .filter(alert -> alert.severity() == Severity.CRITICAL)
            .toList();
    if (critical.isEmpty()) {
      return List.of();
    }
    List<String> names = critical.stream().map(AlertInstance::name).distinct().toList();
    String shown = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    String more = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
    String title =
        critical.size() == 1
            ? "Critical alert firing: " + shown
            : critical.size() + " critical alerts firing: " + shown + more;
    return List.of(
        new Finding(
            "alert-critical",
            Severity.CRITICAL,
            title,
            critical.getFirst().summary(),
            "Open the alerts",
            null));
  }
}
