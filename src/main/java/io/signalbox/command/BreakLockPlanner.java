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
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.interlock.Target;
import io.signalbox.profile.ControlProfile;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.durable.DurableRuns;
import io.signalbox.remote.durable.Fence;
import io.signalbox.remote.durable.RunMeta;
import io.signalbox.remote.durable.Survey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    Holder holder = facts.hostKey() == null ? Holder.UNREAD : held(wanted);
    Reached reached = reached(wanted, place, facts, holder);
    Fence fence = reached.fence();
    List<Target> targets = new ArrayList<>(List.of(place.target()));
    List<HostFacts> looks = new ArrayList<>(List.of(facts));
    List<RemoteCommand> commands = new ArrayList<>();
    if (fence != null) {
      commands.add(fence.command());
    }
    if (fence != null && !fence.host().equals(wanted.host())) {
      targets.add(reached.place().target());
      looks.add(reached.facts());
    }
    commands.add(DurableRuns.breakCommand(wanted.host(), wanted.holder()));
    PlanDraft draft =
        new PlanDraft(
            wanted.verb(),
            "Sets the environment's lock aside: "
                + holder.words()
                + ". That run is not ended by it."
                + reached.warning(),
            "Break 1 lock on " + wanted.host(),
            true,
            targets,
            commands,
            "the next run is not kept waiting; two runs may then work on one environment",
            "cannot be called back",
            "none: the lock cannot be given back to its holder");
    return new Proposal(
        draft,
        looks,
        List.of(STEP),
        (permit, plan, progress) -> carryOut(wanted, fence, permit, plan, progress));
  }

  /** Who holds it, in words and as it says itself; null where that was not read. */
  private record Holder(String words, @Nullable RunMeta run) {
    static final Holder UNREAD = new Holder("which was not read", null);
  }

  /**
   * The machine of the holder's run.
   *
   * @param fence null where it needs none, or cannot be told
   * @param warning what may happen where it cannot be told
   */
  private record Reached(
      CommandSite.Place place, HostFacts facts, @Nullable Fence fence, String warning) {}

  /**
   * A run whose lock is on another machine may not have begun: its console may sleep between the
   * two. So its host is told to take its token no more.
   */
  private Reached reached(
      Intent.BreakLock wanted, CommandSite.Place place, HostFacts facts, Holder holder)
      throws InterruptedException {
    RunMeta run = holder.run();
    ControlProfile control = setup.profile().control();
    if (run == null || control == null || run.host().equals(control.host())) {
      return new Reached(place, facts, null, "");
    }
    Fence fence = new Fence(run.host(), run.id(), run.token());
    if (run.host().equals(wanted.host())) {
      return new Reached(place, facts, fence, "");
    }
    String warning =
        " " + run.host() + " was not reached: if that run has not begun there, it still can.";
    try {
      CommandSite.Place there = site.find(wanted.verb(), run.host());
      HostFacts seen = site.look(there);
      return seen.hostKey() == null
          ? new Reached(place, facts, null, warning)
          : new Reached(there, seen, fence, "");
    } catch (ActionException e) {
      return new Reached(place, facts, null, warning);
    }
  }

  private Holder held(Intent.BreakLock wanted) throws ActionException, InterruptedException {
    try {
      Survey survey = setup.runs().survey(wanted.host());
      RunMeta holder = survey.holder();
      if (!survey.held() || holder == null || !holder.id().equals(wanted.holder())) {
        throw new ActionException(
            "run " + wanted.holder() + " does not hold it: " + survey.lockWords());
      }
      return new Holder(survey.lockWords(), holder);
    } catch (RemoteException e) {
      throw new ActionException("the lock could not be read: " + e.getMessage());
    }
  }

  private Outcome carryOut(
      Intent.BreakLock wanted, @Nullable Fence fence, Permit permit, Plan plan, Progress progress)
      throws ActionException, InterruptedException {
    progress.begin(STEP);
    progress.started();
    try {
      setup.runs().breakLock(permit, plan, wanted.host(), wanted.holder(), fence);
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
