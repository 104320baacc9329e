package io.signalbox.service;

import io.signalbox.action.ActionException;
import io.signalbox.action.Evidence;
import io.signalbox.action.Outcome;
import io.signalbox.action.Progress;
import io.signalbox.action.Verdict;
import io.signalbox.action.Work;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.PermitRefusedException;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.remote.CommandLine;
import io.signalbox.remote.CommandResult;
import io.signalbox.remote.RemoteException;
import java.util.List;

/** Restarts one service: busy once more, the unit before, the command, then the proof. */
final class ServiceRestart implements Work {
  static final List<String> STEPS =
      List.of("Read the service", "Ask GitHub once more", "Restart the service", "Verify");

  private final RestartSetup setup;
  private final ServiceSite site;
  private final ServiceSite.Place place;
  private final RemoteCommand command;

  ServiceRestart(
      RestartSetup setup, ServiceSite site, ServiceSite.Place place, RemoteCommand command) {
    this.setup = setup;
    this.site = site;
    this.place = place;
    this.command = command;
  }

  @Override
  public Outcome carryOut(Permit permit, Plan plan, Progress progress)
      throws ActionException, InterruptedException {
    UnitFacts before;
    try {
      progress.begin(STEPS.get(0));
      before = site.unit(place);
      progress.output(false, place.unit().value() + " is " + before.words());
      // last of all: nothing but the record stands between this answer and the command
      progress.begin(STEPS.get(1));
      progress.output(false, new BusyGuard(setup).check(place.target().name()));
    } catch (RemoteException e) {
      throw new ActionException(e.getMessage());
    }
    progress.begin(STEPS.get(2));
    progress.started();
    progress.output(false, "$ " + CommandLine.quote(command.argv()));
    CommandResult result;
    try {
      result = setup.shell().run(permit, plan, command, progress.sink());
    } catch (PermitRefusedException | RemoteException e) {
      return new Outcome(Verdict.NOT_RUN, e.getMessage() + " — nothing was sent");
    }
    return judge(result, before, progress);
  }

  private Outcome judge(CommandResult result, UnitFacts before, Progress progress)
      throws InterruptedException {
    String host = place.target().host();
    RestartVerifier verifier =
        new RestartVerifier(setup, site, place, before, setup.clock().instant());
    if (result.unknown()) {
      progress.end(Verdict.UNKNOWN);
      progress.evidence(verifier.service());
      return new Outcome(
          Verdict.UNKNOWN,
          result.words()
              + ": the restart on "
              + host
              + " may have been carried out, in part or not"
              + " at all. Check the service before anything else is done there");
    }
    if (!result.ok()) {
      progress.end(Verdict.FAILED);
      Evidence after = verifier.service();
      progress.evidence(after);
      return new Outcome(Verdict.FAILED, failure(result, after));
    }
    progress.begin(STEPS.get(3));
    Outcome outcome = verifier.verify(progress);
    progress.end(outcome.verdict());
    return outcome;
  }

  private String failure(CommandResult result, Evidence after) {
    String said = String.join(" ", result.err());
    if (said.contains("password is required") || said.contains("terminal is required")) {
      return "sudo on "
          + place.target().host()
          + " asks for a password; nothing was restarted."
          + " Allow exactly this in sudoers there (visudo): "
          + place.host().user()
          + " ALL=(root) NOPASSWD: /usr/bin/systemctl restart "
          + place.unit().value();
    }
    return "the restart on "
        + place.target().host()
        + " failed with "
        + result.words()
        + (said.isBlank() ? "" : ": " + said)
        + "; the service is "
        + after.observed();
  }
}
