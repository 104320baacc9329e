package io.signalbox.interlock;

import io.signalbox.profile.Profile;
import io.signalbox.snapshot.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that rules look at; nothing else may sway them.
 *
 * @param now the time of judging
 * @param hosts what was read live from the targets' machines
 * @param standing what other actions leave standing
 */
public record RuleEvidence(
    Instant now,
    Profile profile,
    Snapshot snapshot,
    ReadOnlyState lock,
    List<HostFacts> hosts,
    Standing standing) {
  /** Copies the list. */
  public RuleEvidence {
    hosts = List.copyOf(hosts);
  }

  /** Where no other action stands in the way. */
  public RuleEvidence(
      Instant now, Profile profile, Snapshot snapshot, ReadOnlyState lock, List<HostFacts> hosts) {
    this(now, profile, snapshot, lock, hosts, Standing.NOTHING);
  }

  /** What was read from this machine. */
  Optional<HostFacts> host(String name) {
    return hosts.stream().filter(facts -> facts.host().equals(name)).findFirst();
  }
}
