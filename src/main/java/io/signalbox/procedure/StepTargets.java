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
    List<String> hosts = all(profile, named, selected);
    if (selected != null && !hosts.contains(selected)) {
      throw new ActionException(
          "the step is for " + String.join(", ", hosts) + ", not for " + selected);
    }
    return selected == null ? hosts : List.of(selected);
  }

  /**
   * All machines that a step is for, also where it runs on one of them alone.
   *
   * @param selected says which is meant where a name fits several, or where none is named
   * @throws ActionException where one is not in the profile, or none is said at all
   */
  public static List<String> all(Profile profile, List<String> named, @Nullable String selected)
      throws ActionException {
    Set<String> hosts = new LinkedHashSet<>();
    for (String name : named) {
      List<String> found = hosts(profile, name);
      if (found.isEmpty()) {
        throw new ActionException(
            "the step's target "
                + name
                + " is no host or runner of "
                + profile.file()
                + "; nothing was sent");
      }
      if (found.size() > 1 && (selected == null || !found.contains(selected))) {
        throw new ActionException(
            "the step's target " + name + " may be any of " + found + ": select one of them");
      }
      hosts.add(found.size() > 1 && selected != null ? selected : found.getFirst());
    }
    if (hosts.isEmpty()) {
      if (selected == null) {
        throw new ActionException("the step names no target: select a host or a runner");
      }
      return List.of(selected);
    }
    return List.copyOf(hosts);
  }

  /** By its name, else a runner's name, else its address, alias or hostname. */
  static List<String> hosts(Profile profile, String name) {
    if (profile.host(name).isPresent()) {
      return List.of(name);
    }
    Optional<String> byRunner =
        profile.runner(name).map(RunnerProfile::host).filter(host -> !host.isEmpty());
    return byRunner
        .map(List::of)
        .orElseGet(
            () ->
                profile.hosts().stream()
                    .filter(host -> reachedAs(host, name))
                    .map(HostProfile::name)
                    .toList());
  }

  private static boolean reachedAs(HostProfile host, String name) {
    String bare = name.replaceFirst(":[0-9]{1,5}$", "");
    String port = name.substring(bare.length());
    SshEndpoint ssh = host.ssh();
    boolean there = ssh != null && ssh.host().equals(bare) && port(ssh, port);
    return there || host.hostname().equals(bare) || host.name().equals(bare);
  }

  /** A port that is not written, here or there, says nothing against it. */
  private static boolean port(SshEndpoint ssh, String port) {
    Integer given = ssh.port();
    return port.isEmpty() || given == null || port.equals(":" + given);
  }
}
