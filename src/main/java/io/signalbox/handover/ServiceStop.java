package io.signalbox.handover;

import io.signalbox.interlock.HostFacts;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.interlock.Target;
import io.signalbox.profile.HostProfile;
import io.signalbox.profile.Profile;
import io.signalbox.profile.RunnerProfile;
import io.signalbox.remote.CommandResult;
import io.signalbox.remote.Probe;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.RemoteHost;
import io.signalbox.remote.UnitName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the relieved runner's service is to be stopped. A machine that does not answer is dead,
 * and that is no failure of a failover.
 *
 * @param command null where there is nothing to stop; the others with it
 * @param words what was found
 */
record ServiceStop(
    @Nullable RemoteCommand command,
    @Nullable Target target,
    @Nullable HostFacts facts,
    @Nullable UnitName unit,
    String words) {

  /** Nothing is stopped, and why. */
  static ServiceStop none(String words) {
    return new ServiceStop(null, null, null, null, words);
  }

  /** Looks at the machine; changes nothing. */
  static ServiceStop look(HandoverSetup setup, String runner) throws InterruptedException {
    Profile profile = setup.profile();
    RunnerProfile known = profile.runner(runner).orElse(null);
    HostProfile host = known == null ? null : profile.host(known.host()).orElse(null);
    if (known == null || host == null || host.ssh() == null || known.unit().isEmpty()) {
      return none("the profile does not say where the service of " + runner + " is: it is left");
    }
    if (host.locked()) {
      return none(host.name() + " is locked in the profile: the service there is left");
    }
    try {
      UnitName unit = new UnitName(known.unit());
      RemoteHost remote = setup.shell().resolve(host.name());
      String key = setup.shell().hostKey(host.name());
      List<String> state = state(setup, host.name(), unit);
      if (!running(state)) {
        return none(unit.value() + " on " + host.name() + " does not run: nothing to stop");
      }
      HostFacts facts =
          new HostFacts(host.name(), key, "loaded", "active", null, setup.clock().instant());
      Target target =
          new Target(
              profile.environment().name(), runner, host.name(), remote.address(), unit.value());
      return new ServiceStop(
          new RemoteCommand(host.name(), argv(unit, remote.root())),
          target,
          facts,
          unit,
          unit.value() + " on " + host.name() + " runs");
    } catch (RemoteException e) {
      return none(
          dead(e)
              ? host.name() + " does not answer over SSH: it is dead, nothing to stop"
              : "the service on " + host.name() + " is left: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      return none("the service is left: " + e.getMessage());
    }
  }

  private static List<String> argv(UnitName unit, boolean root) {
    List<String> argv = new ArrayList<>(root ? List.of() : List.of("sudo", "-n"));
    argv.addAll(List.of("systemctl", "stop", unit.value()));
    return argv;
  }

  /** True where there is no machine that answers; one that answers otherwise may run on. */
  static boolean dead(RemoteException e) {
    return switch (e.kind()) {
      case REFUSED, TIMEOUT, NAME_NOT_FOUND -> true;
      default -> false;
    };
  }

  /** systemd's properties of the unit, as {@code key=value} lines. */
  static List<String> state(HandoverSetup setup, String host, UnitName unit)
      throws RemoteException, InterruptedException {
    CommandResult result = setup.shell().read(host, new Probe.UnitState(unit));
    if (!result.ok()) {
      throw new RemoteException(
          RemoteException.Kind.CONNECTION,
          "the state of "
              + unit.value()
              + " could not be read: "
              + result.words()
              + " "
              + String.join(" ", result.err()),
          null);
    }
    return result.out();
  }

  /** True while systemd has it active, or on its way there. */
  static boolean running(List<String> state) {
    return state.stream()
        .anyMatch(line -> line.matches("ActiveState=(active|activating|reloading)\\s*"));
  }
}
