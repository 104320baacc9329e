package io.signalbox.command;

import io.signalbox.action.ActionException;
import io.signalbox.action.Intent;
import io.signalbox.action.Planner;
import io.signalbox.action.Proposal;
import io.signalbox.interlock.HostFacts;
import io.signalbox.interlock.PlanDraft;
import io.signalbox.remote.CommandLine;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.durable.DurableRuns;
import io.signalbox.remote.durable.RunMeta;
import io.signalbox.remote.durable.RunStatus;
import java.util.List;

/** Plans the end of one run. */
public final class AbortPlanner implements Planner {
  private final CommandSetup setup;
  private final CommandSite site;

  /** For a profile's machines. */
  public AbortPlanner(CommandSetup setup) {
    this.setup = setup;
    this.site = new CommandSite(setup);
  }

  @Override
  public boolean plans(Intent intent) {
    return intent instanceof Intent.AbortRun;
  }

  @Override
  public Proposal propose(Intent intent) throws ActionException, InterruptedException {
    if (!(intent instanceof Intent.AbortRun wanted)) {
      throw new ActionException("not an abort: " + intent.verb());
    }
    CommandSite.Place place = site.find(intent.verb(), wanted.host());
    HostFacts facts = site.look(place);
    String what = facts.hostKey() == null ? "which was not reached" : described(wanted);
    PlanDraft draft =
        new PlanDraft(
            wanted.verb(),
            "Ends run "
                + wanted.run()
                + " on "
                + wanted.host()
                + ", "
                + what
                + ". What it is at just now may be done in part.",
            "End 1 run on " + wanted.host(),
            true,
            List.of(place.target()),
            List.of(DurableRuns.abortCommand(wanted.host(), wanted.run(), wanted.grace())),
            "no process of it is left: TERM to all of it, KILL after "
                + wanted.grace().toSeconds()
                + " s, then a look at what is left",
            "cannot be called back",
            "what was ended is not taken up again");
    return new Proposal(draft, List.of(facts), AbortRun.STEPS, new AbortRun(setup, wanted));
  }

  private String described(Intent.AbortRun wanted) throws ActionException, InterruptedException {
    RunStatus status;
    try {
      status = setup.runs().status(wanted.host(), wanted.run());
    } catch (RemoteException e) {
      throw new ActionException("run " + wanted.run() + " was not found: " + e.getMessage());
    }
    boolean ended = status.state().over() && status.left() == 0;
    if (ended) {
      throw new ActionException(
          "run "
              + wanted.run()
              + " on "
              + wanted.host()
              + " is "
              + status.state().word()
              + " ("
              + RunVerdict.of(status).verdict().words()
              + "): there is nothing to end");
    }
    RunMeta meta = status.meta();
    return meta == null || meta.argv().isEmpty()
        ? "of which its host says no more"
        : "which " + meta.owner() + " started with " + CommandLine.quote(meta.argv());
  }
}
