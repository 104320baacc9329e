package io.signalbox.ui.fleet;

import io.signalbox.model.JobRef;
import io.signalbox.model.RunnerTruth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which runners are shown and in what order. Pure. */
record FleetOrder(String filter, boolean worstFirst) {
  /** Everything, worst first. */
  static final FleetOrder ALL = new FleetOrder("", true);

  List<RunnerTruth> apply(List<RunnerTruth> runners) {
    Comparator<RunnerTruth> byName = Comparator.comparing(RunnerTruth::name);
    Comparator<RunnerTruth> order =
        worstFirst
            ? Comparator.comparingInt((RunnerTruth runner) -> runner.state().rank())
                .thenComparing(byName)
            : byName;
    return runners.stream().filter(this::shows).sorted(order).toList();
  }

  /** Every word of the filter has to be found in the name, host, role, state, labels or job. */
  private boolean shows(RunnerTruth runner) {
    if (filter.isBlank()) {
      return true;
    }
    JobRef job = runner.job();
    String text =
        String.join(
                "\n",
                runner.name(),
                runner.host(),
                runner.role().word(),
                runner.state().word(),
                String.join("\n", runner.labels()),
                job == null ? "" : job.workflow() + "\n" + job.job())
            .toLowerCase(Locale.ROOT);
    return List.of(filter.toLowerCase(Locale.ROOT).trim().split("\\s+")).stream()
        .allMatch(text::contains);
  }
}
