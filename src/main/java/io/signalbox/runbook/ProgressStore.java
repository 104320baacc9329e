package io.signalbox.runbook;

/** Where progress is kept between starts of the console. Blocks; safe on every thread. */
public interface ProgressStore {
  /** What is kept of a runbook; at the beginning where nothing is, or where it cannot be read. */
  RunbookProgress load(Runbook runbook);

  /**
   * Keeps it.
   *
   * @throws IllegalStateException where the disk does not take it; the message says why
   */
  void save(RunbookProgress progress);
}
