package io.signalbox.command;

import io.signalbox.action.ActionException;
import io.signalbox.action.Intent;
import io.signalbox.action.Outcome;
import io.signalbox.action.Planner;
import io.signalbox.action.Progress;
import io.signalbox.action.Proposal;
import io.signalbox.interlock.PlanDraft;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.remote.durable.RunStatus;
import java.util.List;
import java.util.Optional;

/** Plans to read a run again, from its first byte to its end; changes nothing on its host. */
public final class AttachPlanner implements Planner {
  private static final List<String> STEPS = List.of("Read its output", "Read the result");
  private static final String VERIFY = "Verify";

  private final CommandSetup setup;
  private final CommandSite site;
  private final List<Afterwards> proofs;

  /** For a profile's machines; the proofs are for runs whose exit code alone proves nothing. */
  public AttachPlanner(CommandSetup setup, List<Afterwards> proofs) {
    this.setup = setup;
    this.site = new CommandSite(setup);
    this.proofs = List.copyOf(proofs);
  }

  @Override
  public boolean plans(Intent intent) {
    return intent instanceof Intent.AttachRun;
  }

  @Override
  public Proposal propose(Intent intent) throws ActionException, InterruptedException {
    if (!(intent instanceof Intent.AttachRun wanted)) {
      throw new ActionException("not an attach: " + intent.verb());
    }
    String host = wanted.host();
    CommandSite.Place place = site.find(intent.verb(), host);
    PlanDraft draft =
        new PlanDraft(
            wanted.verb(),
            "Reads run " + wanted.run() + " on " + host + " to its end. Nothing changes there.",
            "Read 1 run on " + host,
            false,
            List.of(place.target()),
            List.of(new RemoteCommand(host, List.of("/bin/sh", "-s", "follow", wanted.run()))),
            "nothing changes",
            "the reading can be stopped at any time; the run goes on",
            "nothing to undo");
    return new Proposal(
        draft, List.of(site.look(place)), STEPS, (_, _, progress) -> read(wanted, progress));
  }

  private Outcome read(Intent.AttachRun wanted, Progress progress)
      throws ActionException, InterruptedException {
    progress.begin(STEPS.get(0));
    progress.started();
    DurableStep.End end = new DurableStep(setup).follow(wanted.host(), wanted.run(), progress);
    RunStatus status = end.status();
    if (status == null) {
      return end.outcome();
    }
    progress.begin(STEPS.get(1));
    RunVerdict.evidence(status, setup.clock().instant()).forEach(progress::evidence);
    Outcome outcome = outcome(status, end.outcome(), progress);
    progress.end(outcome.verdict());
    progress.settled(wanted.run(), outcome);
    return outcome;
  }

  private Outcome outcome(RunStatus status, Outcome known, Progress progress)
      throws InterruptedException {
    Optional<Afterwards> proof = proofs.stream().filter(one -> one.proves(status)).findFirst();
    if (proof.isEmpty()) {
      return known;
    }
    progress.begin(VERIFY);
    return proof.get().prove(status, progress::evidence);
  }
}
