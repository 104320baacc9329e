package io.signalbox.ansible;

import java.util.List;

/**
 * What a check run says of one task: the least certain of its hosts decides, then the one that
 * changes.
 *
 * @param why what makes it so, empty where it is plain
 * @param hosts empty for a task that the check run never came to
 */
public record TaskForecast(
    String play, String task, String action, Forecast forecast, String why, List<OnHost> hosts) {
  /** Copies the list. */
  public TaskForecast {
    hosts = List.copyOf(hosts);
  }

  /** On one host, with what would be different there. */
  public record OnHost(String host, Forecast forecast, String why, List<TaskDiff> diffs) {
    /** Copies the list. */
    public OnHost {
      diffs = List.copyOf(diffs);
    }
  }
}
