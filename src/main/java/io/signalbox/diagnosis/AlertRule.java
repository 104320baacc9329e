package io.signalbox.diagnosis;

import io.signalbox.model.AlertInstance;
import io.signalbox.model.AlertState;
import io.signalbox.model.Finding;
import io.signalbox.model.Severity;
import io.signalbox.snapshot.Examiner;
import io.signalbox.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Firing alerts that are critical or of unknown weight, in one finding each. */
final class AlertRule implements Examiner {
  private static final int NAMED = 3;

  @Override
  public List<Finding> examine(Snapshot snapshot) {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(firing(snapshot, Severity.CRITICAL, "critical"));
    findings.addAll(firing(snapshot, Severity.UNRATED, "unrated"));
    return findings;
  }

  private static List<Finding> firing(Snapshot snapshot, Severity severity, String word) {
    List<AlertInstance> firing =
        snapshot.alerts().stream()
            .filter(alert -> alert.state() == AlertState.FIRING)
            .filter(alert -> alert.severity() == severity)
            .toList();
    if (firing.isEmpty()) {
      return List.of();
    }
    List<String> names = firing.stream().map(AlertInstance::name).distinct().toList();
    String shown = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    String more = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
    String title =
        firing.size() == 1
            ? word.substring(0, 1).toUpperCase(Locale.ROOT)
                + word.substring(1)
                + " alert firing: "
                + shown
            : firing.size() + " " + word + " alerts firing: " + shown + more;
    return List.of(
        new Finding(
            "alert-" + word,
            severity,
            title,
            firing.getFirst().summary(),
            "Open the alerts",
            null));
  }
}
