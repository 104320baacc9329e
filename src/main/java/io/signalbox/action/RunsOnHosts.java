package io.signalbox.action;

import java.util.List;
import java.util.Map;

/**
 * The runs that the hosts of an environment keep, whoever started them.
 *
 * @param runs newest first
 * @param silent hosts that did not answer, with the reason
 */
public record RunsOnHosts(List<Row> runs, Map<String, String> silent) {
  /** Copies both. */
  public RunsOnHosts {
    runs = List.copyOf(runs);
    silent = Map.copyOf(silent);
  }

  /**
   * One of them.
   *
   * @param state its host's word for where it stands
   * @param startedAt ISO-8601 by the clock of the machine it was started from; may be empty
   * @param owner who started it; may be empty
   * @param what verb and command, harmless
   * @param going it runs on
   */
  public record Row(
      HostRun place,
      String state,
      Verdict verdict,
      String startedAt,
      String owner,
      String what,
      boolean going) {}

  /** Asks all hosts. Blocks. */
  @FunctionalInterface
  public interface Look {
    /** Nobody to ask. */
    Look NONE = () -> new RunsOnHosts(List.of(), Map.of());

    /** What they say now. */
    RunsOnHosts now() throws InterruptedException;
  }
}
