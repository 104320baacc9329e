package io.signalbox.ui.shell;

import io.signalbox.model.Deployment;
import io.signalbox.model.WorkflowRun;
import io.signalbox.snapshot.Snapshot;
import java.util.List;
import java.util.stream.Stream;

/** The repositories a snapshot is about. Pure. */
final class Repositories {
  private Repositories() {}

  /** {@code acme/shop}, {@code acme/shop and 2 more}, or the product's name before any is known. */
  static String of(Snapshot snapshot) {
    List<String> names =
        Stream.concat(
                snapshot.runs().stream().map(WorkflowRun::repository),
                snapshot.deployments().stream().map(Deployment::repository))
            .distinct()
            .sorted()
            .toList();
    return switch (names.size()) {
      case 0 -> "Signalbox";
      case 1 -> names.getFirst();
      default -> names.getFirst() + " and " + (names.size() - 1) + " more";
    };
  }
}
