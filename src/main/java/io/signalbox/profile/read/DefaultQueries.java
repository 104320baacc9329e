package io.signalbox.profile.read;

import io.signalbox.model.Signal;
import io.signalbox.profile.SignalQuery;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The PromQL sent where a profile gives a selector or nothing. The sample's own time is asked as
 * {@code timestamp(selector)} before folding, because an aggregate's timestamp is the time of the
 * evaluation (Prometheus, function {@code timestamp}).
 */
final class DefaultQueries {
  private DefaultQueries() {}

  /** The default of a signal: the exporter's metric names, the check-in in both spellings. */
  static SignalQuery of(Signal signal, String environment, List<String> joinOn) {
    List<String> metrics =
        switch (signal) {
          case STATUS -> List.of("runner_status");
          case LAST_CHECK_IN ->
              List.of("runner_last_checkin", "runner_last_check_in_timestamp_seconds");
          case CAPACITY -> List.of("runner_capacity");
          case CPU -> List.of("runner_cpu_usage_percent");
          case MEMORY -> List.of("runner_memory_usage_percent");
          case DISK -> List.of("runner_disk_usage_percent");
        };
    String escaped = environment.replace("\\", "\\\\").replace("\"", "\\\"");
    return ofSelectors(
        metrics.stream().map(metric -> metric + "{environment=\"" + escaped + "\"}").toList(),
        joinOn);
  }

  /** A selector from the profile. */
  static SignalQuery ofSelector(String selector, List<String> joinOn) {
    return ofSelectors(List.of(selector), joinOn);
  }

  private static SignalQuery ofSelectors(List<String> selectors, List<String> joinOn) {
    String fold = "max by (" + String.join(", ", joinOn) + ") (";
    String value = String.join(" or ", selectors);
    String age =
        selectors.stream()
            .map(selector -> "timestamp(" + selector + ")")
            .collect(Collectors.joining(" or "));
    return new SignalQuery(fold + value + ")", fold + age + ")");
  }
}
