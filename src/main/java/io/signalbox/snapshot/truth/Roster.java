package io.signalbox.snapshot.truth;

import io.signalbox.model.GithubRunner;
import io.signalbox.model.RunnerRole;
import io.signalbox.profile.HostProfile;
import io.signalbox.profile.Profile;
import io.signalbox.profile.RunnerProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which runners there are: those of the profile, then those that only GitHub names. */
final class Roster {
  private Roster() {}

  static List<Identity> of(Profile profile, List<GithubRunner> onGithub) {
    List<Identity> roster = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (RunnerProfile runner : profile.runners()) {
      roster.add(mapped(runner, profile.host(runner.host())));
      named.add(runner.github());
    }
    for (GithubRunner runner : onGithub) {
      if (named.add(runner.name())) {
        roster.add(discovered(runner.name()));
      }
    }
    return roster;
  }

  private static Identity mapped(RunnerProfile runner, Optional<HostProfile> host) {
    return new Identity(
        runner.github(),
        runner.host(),
        host.map(HostProfile::hostname).orElse(""),
        host.map(HostProfile::instances).orElse(List.of()),
        runner.unit(),
        runner.role(),
        runner.labels(),
        true);
  }

  /** A runner without a map entry is matched only by its own name: guessing would be lying. */
  private static Identity discovered(String name) {
    return new Identity(name, "", name, List.of(), "", RunnerRole.NONE, List.of(), false);
  }
}
