package io.signalbox.command;

import io.signalbox.action.ActionException;
import io.signalbox.action.Evidence;
import io.signalbox.action.Evidence.Result;
import io.signalbox.action.Intent;
import io.signalbox.action.Outcome;
import io.signalbox.action.Planner;
import io.signalbox.action.Progress;
import io.signalbox.action.Proposal;
import io.signalbox.action.Verdict;
import io.signalbox.interlock.HostFacts;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.PermitRefusedException;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.PlanDraft;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.durable.DurableRuns;
import io.signalbox.remote.durable.RunMeta;
import io.signalbox.remote.durable.Survey;
import java.util.List;

/** Plans to set a held lock aside; never by itself, and only from the holder that was named. */
public final class BreakLockPlanner implements Planner {
  private static final String STEP = "Set the lock aside";

  private final CommandSetup setup;
  private final CommandSite site;

  /** For a profile's machines. */
  public BreakLockPlanner(CommandSetup setup) {
    this.setup = setup;
    this.site = new CommandSite(setup);
  }

  @Override
  public boolean plans(Intent intent) {
    return intent instanceof Intent.BreakLock;
  }

  @Override
  public Proposal propose(Intent intent) throws ActionException, InterruptedException {
    if (!(intent instanceof Intent.BreakLock wanted)) {
      throw new ActionException("not the breaking of a lock: " + intent.verb());
    }
    CommandSite.Place place = site.find(intent.verb(), wanted.host());
    HostFacts facts = site.look(place);
    String held = facts.hostKey() == null ? "which was not read" : held(wanted);
    PlanDraft draft =
        new PlanDraft(
            wanted.verb(),
            "Sets the environment's lock aside: " + held + ". That run is not ended by it.",
            "Break 1 lock on " + wanted.host(),
            true,
            List.of(place.target()),
            List.of(DurableRuns.breakCommand(wanted.host(), wanted.holder())),
            "the next run is not kept waiting; two runs may then work on one environment",
            "cannot be called back",
            "none: the lock cannot be given back to its holder");
    return new Proposal(
        draft,
        List.of(facts),
        List.of(STEP),
        (permit, plan, progress) -> carryOut(wanted, permit, plan, progress));
  }

  private String held(Intent.BreakLock wanted) throws ActionException, InterruptedException {
    try {
      Survey survey = setup.runs().survey(wanted.host());
      RunMeta holder = survey.holder();
      if (!survey.held() || holder == null || !holder.id().equals(wanted.holder())) {
        throw new ActionException(
            "run " + wanted.holder() + " does not hold it: " + survey.lockWords());
      }
      return survey.lockWords();
    } catch (RemoteException e) {
      throw new ActionException("the lock could not be read: " + e.getMessage());
    }
  }

  private Outcome carryOut(Intent.BreakLock wanted, Permit permit, Plan plan, Progress progress)
      throws ActionException, InterruptedException {
    progress.begin(STEP);
    progress.started();
    try {
      setup.runs().breakLock(permit, plan, wanted.host(), wanted.holder());
    } catch (PermitRefusedException e) {
      return new Outcome(Verdict.NOT_RUN, e.getMessage());
    } catch (RemoteException e) {
      return new Outcome(Verdict.UNKNOWN, e.getMessage() + "; look at the lock again");
    }
    return readBack(wanted, progress);
  }

  private Outcome readBack(Intent.BreakLock wanted, Progress progress) throws InterruptedException {
    try {
      Survey survey = setup.runs().survey(wanted.host());
      Result result = survey.held() ? Result.DISPROVED : Result.PROVED;
      progress.evidence(
          new Evidence("Lock is free", result, survey.lockWords(), setup.clock().instant()));
      return survey.held()
          ? new Outcome(Verdict.FAILED_VERIFY, survey.lockWords())
          : Outcome.of(Verdict.SUCCEEDED_VERIFIED);
    } catch (RemoteException e) {
      return new Outcome(Verdict.SUCCEEDED_UNVERIFIED, e.getMessage());
    }
  }
}
