package io.signalbox.service;

import io.signalbox.action.ActionException;
import io.signalbox.action.Intent;
import io.signalbox.action.Planner;
import io.signalbox.action.Proposal;
import io.signalbox.interlock.PlanDraft;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.profile.Profile;
import io.signalbox.remote.Probe;
import io.signalbox.remote.RemoteShell;
import io.signalbox.snapshot.Snapshot;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Plans a look at a runner's service and machine; changes nothing. */
public final class CheckPlanner implements Planner {
  private final ServiceSite site;
  private final RemoteShell shell;
  private final Clock clock;

  /** For a profile's runners. */
  public CheckPlanner(
      Profile profile, Supplier<Snapshot> snapshots, RemoteShell shell, Clock clock) {
    this.site = new ServiceSite(profile, snapshots, shell, clock);
    this.shell = shell;
    this.clock = clock;
  }

  @Override
  public boolean plans(Intent intent) {
    return intent instanceof Intent.CheckService;
  }

  @Override
  public Proposal propose(Intent intent) throws ActionException, InterruptedException {
    ServiceSite.Place place = site.find(intent);
    String host = place.target().host();
    List<Probe> probes = ServiceCheck.probes(place.unit());
    PlanDraft draft =
        new PlanDraft(
            intent.verb(),
            "Reads the state of the runner service and the load of " + host + ". Nothing changes.",
            "Check 1 service on " + host,
            false,
            List.of(place.target()),
            probes.stream().map(probe -> new RemoteCommand(host, probe.argv())).toList(),
            "nothing changes",
            "can be stopped at any time; nothing is left behind",
            "nothing to undo");
    ServiceCheck check = new ServiceCheck(place, shell, clock);
    return new Proposal(draft, List.of(site.look(place)), ServiceCheck.STEPS, check);
  }
}
