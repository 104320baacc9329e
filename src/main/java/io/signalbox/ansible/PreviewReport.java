package io.signalbox.ansible;

import java.util.List;

/**
 * A check run, classified.
 *
 * @param tasks in order: those it came to, then those it did not
 * @param hosts that the plays match
 * @param reallyRan names of tasks that run in check mode too: the preview itself ran them
 * @param failures what failed in check mode, in words; a real run may fare otherwise
 */
public record PreviewReport(
    List<TaskForecast> tasks, List<String> hosts, List<String> reallyRan, List<String> failures) {
  /** Copies the lists. */
  public PreviewReport {
    tasks = List.copyOf(tasks);
    hosts = List.copyOf(hosts);
    reallyRan = List.copyOf(reallyRan);
    failures = List.copyOf(failures);
  }

  /** How many tasks there are. */
  public int total() {
    return tasks.size();
  }

  /** How many have this forecast. */
  public int count(Forecast forecast) {
    return (int) tasks.stream().filter(task -> task.forecast() == forecast).count();
  }

  /** How many are known beforehand. */
  public int covered() {
    return total() - count(Forecast.UNPREDICTABLE);
  }

  /** The first line of a preview, never without what it does not know. */
  public String headline() {
    int open = count(Forecast.UNPREDICTABLE);
    String covers = "Preview covers " + covered() + " of " + total() + " tasks";
    return open == 0 ? covers : covers + "; " + open + " cannot be predicted";
  }
}
