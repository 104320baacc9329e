package io.signalbox.ansible;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task of a play with its hosts, in the order in which they were first heard of.
 *
 * @param id Ansible's own, stable over the batches of a serial play
 * @param action the module
 * @param place file and line it stands in, may be empty
 * @param handler it ran because something notified it
 * @param implicit no work of the playbook's own: the gathering of facts, a word to Ansible (meta)
 */
public record TaskNode(
    String id,
    String name,
    String action,
    String place,
    boolean handler,
    boolean implicit,
    TaskTraits traits,
    @Nullable Instant startedAt,
    List<HostResult> hosts) {
  /** Copies the list. */
  public TaskNode {
    hosts = List.copyOf(hosts);
  }
}
