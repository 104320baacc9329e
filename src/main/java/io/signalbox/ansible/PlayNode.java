package io.signalbox.ansible;

import java.util.List;

/**
 * A play with its tasks in order; the batches of a serial play are one.
 *
 * @param hosts the hosts it was begun on, as far as it said
 */
public record PlayNode(String id, String name, List<String> hosts, List<TaskNode> tasks) {
  /** Copies the lists. */
  public PlayNode {
    hosts = List.copyOf(hosts);
    tasks = List.copyOf(tasks);
  }
}
