package io.signalbox.ui.detail;

import io.signalbox.model.RunnerTruth;
import java.util.ArrayList;
import java.util.List;

/** A runner's labels against those the profile expects. Pure. */
record LabelCheck(String label, Kind kind) {
  /** How a label stands to the expectation. */
  enum Kind {
    AS_EXPECTED,
    MISSING,
    EXTRA,
    NOT_CHECKED
  }

  /** Missing ones first; GitHub's own order after that. Labels are compared without case. */
  static List<LabelCheck> of(RunnerTruth runner) {
    List<LabelCheck> checks = new ArrayList<>();
    for (String expected : runner.expectedLabels()) {
      if (runner.labels().stream().noneMatch(expected::equalsIgnoreCase)) {
        checks.add(new LabelCheck(expected, Kind.MISSING));
      }
    }
    for (String label : runner.labels()) {
      boolean expected = runner.expectedLabels().stream().anyMatch(label::equalsIgnoreCase);
      checks.add(
          new LabelCheck(
              label,
              runner.expectedLabels().isEmpty()
                  ? Kind.NOT_CHECKED
                  : expected ? Kind.AS_EXPECTED : Kind.EXTRA));
    }
    return List.copyOf(checks);
  }
}
