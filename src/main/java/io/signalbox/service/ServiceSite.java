package io.signalbox.service;

import io.signalbox.action.ActionException;
import io.signalbox.action.Intent;
import io.signalbox.interlock.HostFacts;
import io.signalbox.interlock.Target;
import io.signalbox.model.RunnerTruth;
import io.signalbox.profile.Profile;
import io.signalbox.profile.RunnerProfile;
import io.signalbox.remote.CommandResult;
import io.signalbox.remote.Probe;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.RemoteHost;
import io.signalbox.remote.RemoteShell;
import io.signalbox.remote.UnitName;
import io.signalbox.snapshot.Snapshot;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds a runner's service: its machine, its unit, and what can be read of it right now. */
final class ServiceSite {
  private final Profile profile;
  private final Supplier<Snapshot> snapshots;
  private final RemoteShell shell;
  private final Clock clock;

  ServiceSite(Profile profile, Supplier<Snapshot> snapshots, RemoteShell shell, Clock clock) {
    this.profile = profile;
    this.snapshots = snapshots;
    this.shell = shell;
    this.clock = clock;
  }

  /** Where a runner's service is, frozen. */
  record Place(Target target, RemoteHost host, UnitName unit) {}

  /** Resolves names only; connects to nothing. */
  Place find(Intent intent) throws ActionException, InterruptedException {
    String name = intent.runner();
    Optional<RunnerProfile> configured = profile.runner(name);
    Optional<RunnerTruth> seen = snapshots.get().runner(name);
    if (configured.isEmpty() && seen.isEmpty()) {
      throw no(intent, "no runner of this name is known", "check the name");
    }
    String host =
        configured.map(RunnerProfile::host).orElseGet(() -> seen.map(RunnerTruth::host).orElse(""));
    if (host.isEmpty() || profile.host(host).isEmpty()) {
      throw no(intent, "its machine is not known", "give it runners[].host and an entry in hosts");
    }
    if (profile.host(host).orElseThrow().ssh() == null) {
      throw no(intent, "how " + host + " is reached is not known", "give it hosts[].ssh");
    }
    String unit =
        configured.map(RunnerProfile::unit).orElseGet(() -> seen.map(RunnerTruth::unit).orElse(""));
    if (unit.isEmpty()) {
      throw no(intent, "its systemd unit is not known", "give it runners[].unit");
    }
    try {
      RemoteHost remote = shell.resolve(host);
      Target target = new Target(profile.environment().name(), name, host, remote.address(), unit);
      return new Place(target, remote, new UnitName(unit));
    } catch (IllegalArgumentException e) {
      throw no(intent, e.getMessage() == null ? "its unit is not valid" : e.getMessage(), "");
    } catch (RemoteException e) {
      throw no(intent, e.getMessage(), "");
    }
  }

  private ActionException no(Intent intent, String why, String then) {
    return new ActionException(
        "cannot "
            + intent.verb()
            + " of "
            + intent.runner()
            + ": "
            + why
            + (then.isEmpty() ? "" : "; " + then + " in " + profile.file()));
  }

  /** Reads host key and unit live; what fails is part of the answer. */
  HostFacts look(Place place) throws InterruptedException {
    String host = place.target().host();
    String key = null;
    try {
      key = shell.hostKey(host);
      UnitFacts unit = unit(place);
      return new HostFacts(host, key, unit.loadState(), unit.activeState(), null, clock.instant());
    } catch (RemoteException e) {
      return new HostFacts(host, key, null, null, e.getMessage(), clock.instant());
    }
  }

  /** Reads the unit's state. */
  UnitFacts unit(Place place) throws RemoteException, InterruptedException {
    CommandResult result = shell.read(place.target().host(), new Probe.UnitState(place.unit()));
    if (!result.ok()) {
      throw new RemoteException(
          RemoteException.Kind.CONNECTION,
          "the state of "
              + place.unit().value()
              + " on "
              + place.target().host()
              + " could not be read: "
              + result.words()
              + " "
              + String.join(" ", result.err()),
          null);
    }
    return UnitFacts.parse(result.out());
  }
}
