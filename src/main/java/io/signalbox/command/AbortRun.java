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
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.durable.AbortAnswer;
import io.signalbox.remote.durable.RunStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends one run and proves that nothing of it is left. */
final class AbortRun implements Work {
  static final List<String> STEPS = List.of("End the run");

  private final CommandSetup setup;
  private final Intent.AbortRun wanted;

  AbortRun(CommandSetup setup, Intent.AbortRun wanted) {
    this.setup = setup;
    this.wanted = wanted;
  }

  @Override
  public Outcome carryOut(Permit permit, Plan plan, Progress progress)
      throws ActionException, InterruptedException {
    progress.begin(STEPS.get(0));
    progress.started();
    AbortAnswer answer;
    try {
      answer =
          setup
              .runs()
              .abort(
                  permit,
                  plan,
                  wanted.host(),
                  wanted.run(),
                  wanted.grace(),
                  "by " + progress.actor() + " on " + setup.from() + " with run " + plan.id());
    } catch (PermitRefusedException | RemoteException e) {
      return new Outcome(Verdict.NOT_RUN, e.getMessage() + " — nothing was sent");
    }
    progress.output(false, answer.words());
    settle(answer.status(), progress);
    return switch (answer.proof()) {
      case STOPPED -> proved(progress, Result.PROVED, answer, Verdict.SUCCEEDED_VERIFIED);
      case STILL_RUNNING -> proved(progress, Result.DISPROVED, answer, Verdict.FAILED);
      case UNKNOWN -> proved(progress, Result.NOT_READABLE, answer, Verdict.UNKNOWN);
    };
  }

  private void settle(@Nullable RunStatus status, Progress progress) {
    if (status != null && status.state().over() && status.left() == 0) {
      progress.settled(wanted.run(), RunVerdict.of(status));
    }
  }

  private Outcome proved(Progress progress, Result result, AbortAnswer answer, Verdict verdict) {
    progress.evidence(
        new Evidence(
            "No process left on " + wanted.host(),
            result,
            answer.words(),
            setup.clock().instant()));
    progress.end(verdict);
    return verdict == Verdict.SUCCEEDED_VERIFIED
        ? Outcome.of(verdict)
        : new Outcome(verdict, answer.words());
  }
}
