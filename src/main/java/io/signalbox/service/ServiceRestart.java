package io.signalbox.service;

import io.signalbox.action.ActionException;
import io.signalbox.action.Evidence;
import io.signalbox.action.Outcome;
import io.signalbox.action.Progress;
import io.signalbox.action.Verdict;
import io.signalbox.action.Work;
import io.signalbox.command.DurableStep;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.remote.CommandLine;
import io.signalbox.remote.RemoteException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Restarts one service: busy once more, the unit before, the command, then the proof. */
final class ServiceRestart implements Work {
  static final List<String> STEPS =
      List.of("Read the service", "Ask GitHub once more", "Restart the service", "Verify");

  /** systemd gives a unit 90 s to stop and to start by default; this is beyond several of those. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final RestartSetup setup;
  private final ServiceSite site;
  private final ServiceSite.Place place;
  private final RemoteCommand command;
  private final long token;

  ServiceRestart(
      RestartSetup setup,
      ServiceSite site,
      ServiceSite.Place place,
      RemoteCommand command,
      long token) {
    this.setup = setup;
    this.site = site;
    this.place = place;
    this.command = command;
    this.token = token;
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
    progress.output(false, CommandLine.shown(command.argv()));
    DurableStep step = new DurableStep(setup.commands());
    Optional<Outcome> stopped = step.begin(permit, plan, order(plan, before), progress);
    if (stopped.isPresent()) {
      return stopped.get();
    }
    return judge(step.follow(place.target().host(), plan.id(), progress), before, progress);
  }

  private DurableStep.Order order(Plan plan, UnitFacts before) {
    return new DurableStep.Order(
        place.target().host(),
        plan.draft().verb(),
        place.target().name(),
        command.argv(),
        List.of(),
        token,
        LIMIT,
        before.kept());
  }

  private Outcome judge(DurableStep.End end, UnitFacts before, Progress progress)
      throws InterruptedException {
    RestartVerifier verifier =
        new RestartVerifier(setup, site, place, before, setup.clock().instant());
    Outcome outcome = end.outcome();
    if (outcome.verdict() == Verdict.SUCCEEDED_UNVERIFIED) {
      progress.begin(STEPS.get(3));
      Outcome proved = verifier.verify(progress);
      progress.end(proved.verdict());
      return proved;
    }
    progress.end(outcome.verdict());
    Evidence after = verifier.service();
    progress.evidence(after);
    return switch (outcome.verdict()) {
      case FAILED -> new Outcome(Verdict.FAILED, failure(end, after));
      case UNKNOWN ->
          new Outcome(
              Verdict.UNKNOWN,
              outcome.error()
                  + ": the restart on "
                  + place.target().host()
                  + " may have been carried out, in part or not at all. Check the service before"
                  + " anything else is done there");
      default ->
          new Outcome(outcome.verdict(), said(outcome) + "the service is " + after.observed());
    };
  }

  private static String said(Outcome outcome) {
    return outcome.error() == null ? "" : outcome.error() + "; ";
  }

  private String failure(DurableStep.End end, Evidence after) {
    String said = String.join(" ", end.tail());
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
        + " failed: "
        + end.outcome().error()
        + (said.isBlank() ? "" : ": " + said)
        + "; the service is "
        + after.observed();
  }
}
