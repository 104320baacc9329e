package io.signalbox.snapshot.truth;

import io.signalbox.model.RunnerRole;
import java.util.List;

/**
 * The names one runner goes by. GitHub's name, the hostname and the scrape instance are three
 * different things and are tied together by the profile alone.
 *
 * @param host the machine's name, empty where it is not known
 * @param inProfile false for a runner that only GitHub names
 */
record Identity(
    String name,
    String host,
    String hostname,
    List<String> instances,
    String unit,
    RunnerRole role,
    List<String> expectedLabels,
    boolean inProfile) {

  /** True where this value of a join label belongs to this runner. */
  boolean answersTo(String label, String value) {
    return switch (label) {
      case "hostname" -> value.equals(hostname);
      case "instance" -> instances.contains(value);
      case "runner_name" -> value.equals(name);
      default -> false;
    };
  }
}
