package io.signalbox.diagnosis;

import io.signalbox.model.Finding;
import io.signalbox.model.RunnerRole;
import io.signalbox.model.RunnerTruth;
import io.signalbox.model.Severity;
import io.signalbox.snapshot.Examiner;
import io.signalbox.snapshot.Snapshot;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Two roles on one machine fail together: that is no redundancy, whatever the labels say. */
final class RedundancyRule implements Examiner {
  @Override
  public List<Finding> examine(Snapshot snapshot) {
    Set<String> primaries = hosts(snapshot.runners(), RunnerRole.PRIMARY, "primary");
    Set<String> secondaries = hosts(snapshot.runners(), RunnerRole.SECONDARY, "secondary");
    if (primaries.isEmpty() || secondaries.isEmpty() || !primaries.containsAll(secondaries)) {
      return List.of();
    }
    return List.of(
        new Finding(
            "no-independent-secondary",
            Severity.WARNING,
            "No independent secondary: primary and secondary share "
                + String.join(", ", secondaries),
            "When that host fails, there is nothing to fail over to",
            "Register a secondary runner on another host",
            null));
  }

  /** Hosts of a role; a runner that carries the label of a role plays it, whatever it is called. */
  private static Set<String> hosts(List<RunnerTruth> runners, RunnerRole role, String label) {
    return runners.stream()
        .filter(runner -> !runner.host().isEmpty())
        .filter(
            runner ->
                runner.role() == role
                    || runner.labels().stream().anyMatch(l -> l.equalsIgnoreCase(label)))
        .map(RunnerTruth::host)
        .collect(Collectors.toSet());
  }
}
