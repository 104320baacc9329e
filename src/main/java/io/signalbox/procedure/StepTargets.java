package io.signalbox.procedure;

import io.signalbox.action.ActionException;
import io.signalbox.profile.HostProfile;
import io.signalbox.profile.Profile;
import io.signalbox.profile.RunnerProfile;
import io.signalbox.profile.SshEndpoint;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says on which machines of the profile a step runs. Pure. */
public final class StepTargets {
  private StepTargets() {}

  /**
   * Resolves what a step names, and what is selected where it names nothing.
   *
   * @param named as the step writes them, filled
   * @param selected a host's name in the profile, null for none
   * @return hosts by their names in the profile, at least one
   * @throws ActionException where one is not in the profile, or none is said at all
   */
  public static List<String> resolve(Profile profile, List<String> named, @Nullable String selected)
      throws ActionException {
    Set<String> hosts = new LinkedHashSet<>();
    for (String name : named) {
      hosts.add(
          host(profile, name)
              .orElseThrow(
                  () ->
                      new ActionException(
                          "the step's target "
                              + name
                              + " is no host or runner of "
                              + profile.file()
                              + "; nothing was sent")));
    }
    if (hosts.isEmpty()) {
      if (selected == null) {
        throw new ActionException("the step names no target: select a host or a runner");
      }
      return List.of(selected);
    }
    if (selected != null && !hosts.contains(selected)) {
      throw new ActionException(
          "the step is for " + String.join(", ", hosts) + ", not for " + selected);
    }
    return selected == null ? List.copyOf(hosts) : List.of(selected);
  }

  /** By its name, its address, its alias, its hostname, or a runner's name. */
  static Optional<String> host(Profile profile, String name) {
    Optional<String> byName = profile.host(name).map(HostProfile::name);
    return byName
        .or(
            () ->
                profile.hosts().stream()
                    .filter(host -> reachedAs(host, name) || host.hostname().equals(name))
                    .map(HostProfile::name)
                    .findFirst())
        .or(() -> profile.runner(name).map(RunnerProfile::host).filter(one -> !one.isEmpty()));
  }

  private static boolean reachedAs(HostProfile host, String name) {
    SshEndpoint ssh = host.ssh();
    return ssh != null && ssh.host().equals(name);
  }
}
