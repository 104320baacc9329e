package io.signalbox.interlock;

import java.time.Instant;
import java.util.List;

/**
 * An action on record whose outcome is not known.
 *
 * @param target the target's path
 * @param hosts the machines it was sent to
 * @param unknown it ended as unknown; otherwise it has no outcome on record at all
 */
public record Pending(
    String id, String verb, String target, List<String> hosts, Instant since, boolean unknown) {
  /** Copies the list. */
  public Pending {
    hosts = List.copyOf(hosts);
  }
}
