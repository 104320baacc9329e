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
 */
public record RuleEvidence(
    Instant now, Profile profile, Snapshot snapshot, ReadOnlyState lock, List<HostFacts> hosts) {
  /** Copies the list. */
  public RuleEvidence {
    hosts = List.copyOf(hosts);
  }

  /** What was read from this machine. */
  Optional<HostFacts> host(String name) {
    return hosts.stream().filter(facts -> facts.host().equals(name)).findFirst();
  }
}
