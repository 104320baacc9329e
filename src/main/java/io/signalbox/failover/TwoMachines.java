package io.signalbox.failover;

import io.signalbox.profile.HostProfile;
import io.signalbox.profile.Profile;
import io.signalbox.profile.RunnerProfile;
import io.signalbox.profile.SshEndpoint;
import io.signalbox.snapshot.Snapshot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether two runners are on two machines. One machine may go by several names, so hostname, scrape
 * instances and SSH address are compared too.
 *
 * @param proved true for two machines, false for one, null where it is not known
 */
public record TwoMachines(@Nullable Boolean proved, String words) {
  /** Looks at what the profile and the fleet say. */
  public static TwoMachines of(Profile profile, Snapshot snapshot, String one, String other) {
    String first = host(profile, snapshot, one);
    String second = host(profile, snapshot, other);
    if (first.isEmpty() || second.isEmpty()) {
      return new TwoMachines(
          null,
          "the machine of "
              + (first.isEmpty() ? one : other)
              + " is not known; give it runners[].host in the profile");
    }
    if (first.equals(second)) {
      return new TwoMachines(false, "on " + second + ", the same host as " + one);
    }
    Optional<HostProfile> a = profile.host(first);
    Optional<HostProfile> b = profile.host(second);
    if (a.isPresent() && b.isPresent()) {
      String shared = shared(a.get(), b.get());
      if (!shared.isEmpty()) {
        return new TwoMachines(
            false, first + " and " + second + " are one machine: both have the " + shared);
      }
    }
    return new TwoMachines(true, "on " + second + ", another host than " + first);
  }

  /** The machine of a runner by the profile, else as seen; empty where neither knows. */
  static String host(Profile profile, Snapshot snapshot, String runner) {
    String configured = profile.runner(runner).map(RunnerProfile::host).orElse("");
    return configured.isEmpty()
        ? snapshot.runner(runner).map(truth -> truth.host()).orElse("")
        : configured;
  }

  private static String shared(HostProfile a, HostProfile b) {
    if (!a.hostname().isEmpty() && a.hostname().equalsIgnoreCase(b.hostname())) {
      return "hostname " + a.hostname();
    }
    Optional<String> instance = a.instances().stream().filter(b.instances()::contains).findFirst();
    if (instance.isPresent()) {
      return "scrape instance " + instance.get();
    }
    SshEndpoint here = a.ssh();
    // a tunnel's end on this machine says nothing of the machine behind it
    return here != null && here.equals(b.ssh()) && !here.host().startsWith("127.")
        ? "SSH address " + here.host()
        : "";
  }
}
