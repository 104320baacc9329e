package io.signalbox.command;

import io.signalbox.action.ActionException;
import io.signalbox.action.Evidence;
import io.signalbox.action.Evidence.Result;
import io.signalbox.action.Intent;
import io.signalbox.action.Outcome;
import io.signalbox.action.Progress;
import io.signalbox.action.Verdict;
import io.signalbox.action.Work;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.PermitRefusedException;
import io.signalbox.interlock.Plan;
import io.signalbox.remote.CommandLine;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.durable.DurableRuns;
import io.signalbox.remote.durable.RunMeta;
import io.signalbox.remote.durable.RunOrder;
import io.signalbox.remote.durable.RunStatus;
import io.signalbox.remote.durable.StartAnswer;
import java.util.List;

/** Begins one command durably, follows it to its end and says what it proved. */
final class RunCommand implements Work {
  static final List<String> STEPS = List.of("Start", "Follow", "Read the result");

  private final CommandSetup setup;
  private final Intent.RunCommand wanted;
  private final long token;

  RunCommand(CommandSetup setup, Intent.RunCommand wanted, long token) {
    this.setup = setup;
    this.wanted = wanted;
    this.token = token;
  }

  @Override
  public Outcome carryOut(Permit permit, Plan plan, Progress progress)
      throws ActionException, InterruptedException {
    progress.begin(STEPS.get(0));
    progress.started();
    progress.output(false, "$ " + CommandLine.quote(wanted.argv()));
    StartAnswer answer;
    try {
      answer = setup.runs().start(permit, plan, new RunOrder(meta(plan, progress), setup.limit()));
    } catch (PermitRefusedException | RemoteException e) {
      return new Outcome(Verdict.NOT_RUN, e.getMessage() + " — nothing was sent");
    }
    return switch (answer) {
      case StartAnswer.Running _ -> follow(plan, progress);
      case StartAnswer.Held held -> {
        progress.evidence(
            new Evidence(RunVerdict.LOCK, Result.DISPROVED, held.words(), setup.clock().instant()));
        yield new Outcome(Verdict.NOT_RUN, "lock: " + held.words() + "; nothing was started");
      }
      case StartAnswer.Refused refused ->
          new Outcome(Verdict.NOT_RUN, refused.words() + "; nothing was started");
      case StartAnswer.Unsure unsure ->
          new Outcome(Verdict.UNKNOWN, unsure.words() + ". Attach to run " + plan.id() + " later");
    };
  }

  private RunMeta meta(Plan plan, Progress progress) {
    return new RunMeta(
        plan.id(),
        setup.profile().environment().name(),
        wanted.host(),
        progress.actor(),
        setup.from(),
        wanted.verb(),
        progress.reason(),
        wanted.argv(),
        wanted.verify(),
        plan.contentHash(),
        setup.clock().instant().toString(),
        progress.journalHead(),
        token);
  }

  private Outcome follow(Plan plan, Progress progress) throws InterruptedException {
    progress.begin(STEPS.get(1));
    RunStatus status;
    try (RunLines lines = new RunLines(progress::output, setup.clock())) {
      status = setup.runs().follow(wanted.host(), plan.id(), lines, DurableRuns.PATIENCE);
    }
    if (status == null) {
      return new Outcome(
          Verdict.UNKNOWN,
          "the connection to "
              + wanted.host()
              + " stayed away; the run goes on there. Attach to run "
              + plan.id()
              + " when it is back");
    }
    progress.begin(STEPS.get(2));
    RunVerdict.evidence(status, setup.clock().instant()).forEach(progress::evidence);
    Outcome outcome = RunVerdict.of(status);
    progress.end(outcome.verdict());
    return outcome;
  }
}
