package io.signalbox.snapshot;

import io.signalbox.model.Finding;
import java.util.List;

/** Looks at a snapshot and says what the operator should know, worst first. Pure and quick. */
public interface Examiner {
  /** The findings of this snapshot. */
  List<Finding> examine(Snapshot snapshot);
}
