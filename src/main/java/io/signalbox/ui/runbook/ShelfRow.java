package io.signalbox.ui.runbook;

import io.signalbox.runbook.RunbookLibrary;

/** A line of the list of runbooks. */
sealed interface ShelfRow {
  RunbookLibrary.Entry entry();

  /** A runbook. */
  record Book(RunbookLibrary.Entry entry) implements ShelfRow {}

  /**
   * A line that was found.
   *
   * @param first whether it is the first one of its runbook
   */
  record Found(RunbookSearch.Hit hit, boolean first) implements ShelfRow {
    @Override
    public RunbookLibrary.Entry entry() {
      return hit.text().entry();
    }
  }
}
