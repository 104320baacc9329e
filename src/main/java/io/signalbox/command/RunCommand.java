package io.signalbox.command;

import io.signalbox.action.ActionException;
import io.signalbox.action.Intent;
import io.signalbox.action.Outcome;
import io.signalbox.action.Progress;
import io.signalbox.action.Work;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.Plan;
import io.signalbox.remote.CommandLine;
import io.signalbox.remote.durable.RunStatus;
import java.util.List;
import java.util.Optional;

/** Begins one command durably, follows it to its end and says what it proved. */
final class RunCommand implements Work {
  static final List<String> STEPS = List.of("Start", "Follow", "Read the result");

  private final CommandSetup setup;
  private final Intent.RunCommand wanted;
  private final String verb;
  private final long token;

  RunCommand(CommandSetup setup, Intent.RunCommand wanted, String verb, long token) {
    this.setup = setup;
    this.wanted = wanted;
    this.verb = verb;
    this.token = token;
  }

  @Override
  public Outcome carryOut(Permit permit, Plan plan, Progress progress)
      throws ActionException, InterruptedException {
    DurableStep step = new DurableStep(setup);
    progress.begin(STEPS.get(0));
    progress.started();
    progress.output(false, CommandLine.shown(wanted.argv()));
    Optional<Outcome> stopped = step.begin(permit, plan, order(), progress);
    if (stopped.isPresent()) {
      return stopped.get();
    }
    progress.begin(STEPS.get(1));
    DurableStep.End end = step.follow(wanted.host(), plan.id(), progress);
    RunStatus status = end.status();
    if (status == null) {
      return end.outcome();
    }
    progress.begin(STEPS.get(2));
    RunVerdict.evidence(status, setup.clock().instant()).forEach(progress::evidence);
    progress.end(end.outcome().verdict());
    return end.outcome();
  }

  private DurableStep.Order order() {
    return new DurableStep.Order(
        wanted.host(),
        verb,
        wanted.host(),
        wanted.argv(),
        wanted.verify(),
        token,
        setup.limit(),
        "");
  }
}
