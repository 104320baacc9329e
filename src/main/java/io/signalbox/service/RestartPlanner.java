package io.signalbox.service;

import io.signalbox.action.ActionException;
import io.signalbox.action.Intent;
import io.signalbox.action.Planner;
import io.signalbox.action.Proposal;
import io.signalbox.command.DurableStep;
import io.signalbox.interlock.HostFacts;
import io.signalbox.interlock.PlanDraft;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.remote.UnitName;
import io.signalbox.remote.durable.Survey;
import java.util.ArrayList;
import java.util.List;

/** Plans the restart of exactly one runner's service. */
public final class RestartPlanner implements Planner {
  private final RestartSetup setup;
  private final ServiceSite site;

  /** For a profile's runners. */
  public RestartPlanner(RestartSetup setup) {
    this.setup = setup;
    this.site = new ServiceSite(setup.profile(), setup.snapshots(), setup.shell(), setup.clock());
  }

  @Override
  public boolean plans(Intent intent) {
    return intent instanceof Intent.RestartService;
  }

  @Override
  public Proposal propose(Intent intent) throws ActionException, InterruptedException {
    ServiceSite.Place place = site.find(intent);
    String host = place.target().host();
    String runner = place.target().name();
    RemoteCommand command = new RemoteCommand(host, argv(place.unit(), place.host().root()));
    PlanDraft draft =
        new PlanDraft(
            intent.verb(),
            "Restarts the runner service on "
                + host
                + ". "
                + runner
                + " takes no jobs for about 10 seconds.",
            "Restart 1 service on " + host,
            true,
            List.of(place.target()),
            List.of(command),
            place.unit().value()
                + " is active with a new start time; within "
                + setup.within().toMinutes()
                + " minutes "
                + runner
                + " is online on GitHub and its status in Prometheus is 1",
            "it runs on without this console; abort ends the waiting command, but systemd finishes"
                + " a restart it has begun on "
                + host,
            "a restart has no undo; if the service does not come back, see journalctl -u "
                + place.unit().value()
                + " on "
                + host);
    HostFacts facts = site.look(place);
    DurableStep step = new DurableStep(setup.commands());
    // where the key was not agreed to, nothing more is sent to find out
    Survey survey = facts.hostKey() == null ? null : step.survey(host);
    long token = survey == null ? 0 : survey.lastToken() + 1;
    ServiceRestart restart = new ServiceRestart(setup, site, place, command, token);
    return new Proposal(draft, List.of(facts), step.lock(survey), ServiceRestart.STEPS, restart);
  }

  private static List<String> argv(UnitName unit, boolean root) {
    List<String> argv = new ArrayList<>(root ? List.of() : List.of("sudo", "-n"));
    argv.addAll(List.of("systemctl", "restart", unit.value()));
    return argv;
  }
}
