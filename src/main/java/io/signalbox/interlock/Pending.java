package io.signalbox.interlock;

import java.time.Instant;
import java.util.List;

/**
 * An action on record whose outcome is not known.
 *
 * @param target the target's path
 * @param hosts the machines it was sent to
 * @param unknown it ended as unknown; otherwise it has no outcome on record at all
 * @param targets the paths of all that it was done to
 */
public record Pending(
    String id,
    String verb,
    String target,
    List<String> hosts,
    Instant since,
    boolean unknown,
    List<String> targets) {
  /** Copies the lists. */
  public Pending {
    hosts = List.copyOf(hosts);
    targets = List.copyOf(targets);
  }

  /** For what was done to one target. */
  public Pending(
      String id, String verb, String target, List<String> hosts, Instant since, boolean unknown) {
    this(id, verb, target, hosts, since, unknown, List.of(target));
  }
}
