package io.signalbox.command;

import io.signalbox.action.ActionException;
import io.signalbox.interlock.HostFacts;
import io.signalbox.interlock.Target;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.RemoteHost;

/** Finds a machine of the profile and proves that it is the right one. */
public final class CommandSite {
  private final CommandSetup setup;

  /** For a profile's machines. */
  public CommandSite(CommandSetup setup) {
    this.setup = setup;
  }

  /** A machine, frozen. */
  public record Place(Target target, RemoteHost host) {}

  /**
   * Resolves names only; connects to nothing.
   *
   * @throws ActionException where the profile or the SSH configuration does not know it
   */
  public Place find(String verb, String host) throws ActionException, InterruptedException {
    if (setup.profile().host(host).isEmpty()) {
      throw new ActionException(
          "cannot " + verb + " on " + host + ": no host of this name in " + setup.profile().file());
    }
    try {
      RemoteHost remote = setup.shell().resolve(host);
      String environment = setup.profile().environment().name();
      return new Place(new Target(environment, host, host, remote.address(), ""), remote);
    } catch (RemoteException e) {
      throw new ActionException("cannot " + verb + " on " + host + ": " + e.getMessage());
    }
  }

  /** Reads the host key live; what fails is part of the answer. */
  public HostFacts look(Place place) throws InterruptedException {
    String host = place.target().host();
    try {
      String key = setup.shell().hostKey(host);
      return new HostFacts(host, key, null, null, null, setup.clock().instant());
    } catch (RemoteException e) {
      return new HostFacts(host, null, null, null, e.getMessage(), setup.clock().instant());
    }
  }
}
