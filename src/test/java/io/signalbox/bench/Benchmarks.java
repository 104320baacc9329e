package io.signalbox.bench;

/** Prints every benchmark's figures; quote the ratios, the milliseconds are this machine's. */
public final class Benchmarks {
  private Benchmarks() {}

  /**
   * Runs all, or the named ones: {@code fleet}, {@code journal}, {@code window}, {@code output},
   * {@code output-window} (by its name only: a toolkit starts once), {@code rollback}, {@code ssh},
   * {@code detection}.
   */
  public static void main(String[] names) throws Exception {
    boolean all = names.length == 0;
    if (all || java.util.List.of(names).contains("fleet")) {
      new FleetBenchmark().run();
    }
    if (all || java.util.List.of(names).contains("journal")) {
      new JournalBenchmark().run();
    }
    if (all || java.util.List.of(names).contains("window")) {
      new io.signalbox.app.WindowBenchmark().run();
    }
    if (all || java.util.List.of(names).contains("output")) {
      new OutputBenchmark().run();
    }
    if (names.length > 0 && java.util.List.of(names).contains("output-window")) {
      new io.signalbox.action.OutputWindowBenchmark().run();
    }
    if (all || java.util.List.of(names).contains("rollback")) {
      new io.signalbox.app.RollbackBenchmark().run();
    }
    if (all || java.util.List.of(names).contains("ssh")) {
      new SshBenchmark().run();
    }
    if (all || java.util.List.of(names).contains("detection")) {
      new io.signalbox.app.DetectionBenchmark().run();
    }
    System.exit(0);
  }
}
