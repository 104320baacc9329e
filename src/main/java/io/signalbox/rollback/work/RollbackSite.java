package io.signalbox.rollback.work;

import io.signalbox.action.ActionException;
import io.signalbox.interlock.HostFacts;
import io.signalbox.interlock.LockFacts;
import io.signalbox.interlock.Target;
import io.signalbox.profile.ControlProfile;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.durable.Survey;

/** The control host as the target of a rollback: named by the version, reached by its address. */
final class RollbackSite {
  private final RollbackSetup setup;

  RollbackSite(RollbackSetup setup) {
    this.setup = setup;
  }

  /** A place that is frozen into a plan. */
  record Place(String host, Target target) {}

  /** Resolves names only; connects to nothing. */
  Place find(String verb, String version) throws ActionException, InterruptedException {
    ControlProfile control = setup.profile().control();
    String file = setup.profile().file().toString();
    if (!setup.profile().rollback().configured()) {
      throw new ActionException("cannot " + verb + ": rollback.playbook is not given in " + file);
    }
    if (control == null) {
      throw new ActionException(
          "cannot " + verb + ": there is no control host; give control.host in " + file);
    }
    try {
      String address = setup.shell().resolve(control.host()).address();
      String environment = setup.profile().environment().name();
      return new Place(
          control.host(), new Target(environment, version, control.host(), address, ""));
    } catch (RemoteException e) {
      throw new ActionException("cannot " + verb + " on " + control.host() + ": " + e.getMessage());
    }
  }

  /** Reads the host key live; what fails is part of the answer. */
  HostFacts facts(Place place) throws InterruptedException {
    try {
      String key = setup.shell().hostKey(place.host());
      return new HostFacts(place.host(), key, null, null, null, setup.clock().instant());
    } catch (RemoteException e) {
      return new HostFacts(place.host(), null, null, null, e.getMessage(), setup.clock().instant());
    }
  }

  /**
   * The environment's lock as it is now.
   *
   * @throws ActionException where it cannot be read
   */
  Survey survey(Place place) throws ActionException, InterruptedException {
    try {
      return setup.runs().survey(place.host());
    } catch (RemoteException e) {
      throw new ActionException("the lock could not be read: " + e.getMessage());
    }
  }

  /** It as the rules see it. */
  LockFacts lock(Survey survey) {
    return new LockFacts(survey.held(), survey.lockWords(), setup.clock().instant());
  }
}
