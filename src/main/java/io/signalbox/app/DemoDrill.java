package io.signalbox.app;

import io.signalbox.action.ActionRun;
import io.signalbox.action.Desk;
import io.signalbox.action.Intent;
import io.signalbox.action.Verdict;
import io.signalbox.interlock.Approval;
import io.signalbox.interlock.Plan;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One guarded step in the demo world, on the road an operator's takes: unlock, plan, confirm, run,
 * prove. It shows that an installation can act, without touching anything real.
 */
final class DemoDrill {
  private static final String REASON = "drill in the demo world";
  private static final long LONGEST_SECONDS = 120;
  private final Desk desk;
  private final Clock clock;

  DemoDrill(Desk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * What was planned and what came of it, for a terminal.
   *
   * @param code the verdict's exit code
   */
  record Outcome(String text, int code) {}

  /** Restarts this runner's service and waits for the proof. */
  Outcome restart(String runner) throws InterruptedException {
    desk.unlock(REASON);
    try {
      Plan plan = await(desk.propose(new Intent.RestartService(runner)));
      Approval approval =
          new Approval(plan.hash(), plan.confirmText(), REASON, desk.actor(), clock.instant());
      ActionRun run = await(desk.approve(plan, approval));
      String error = run.error() == null ? "" : run.error() + "\n";
      String verdict = "Drill: " + run.verdict().name() + "\n";
      return new Outcome(
          RunText.plan(plan) + RunText.ending(run) + error + verdict, run.verdict().exitCode());
    } catch (ExecutionException e) {
      return new Outcome("Drill: not carried out: " + e.getCause() + "\n", ExitCode.NOT_RUN);
    } catch (TimeoutException e) {
      return new Outcome(
          "Drill: no outcome within " + LONGEST_SECONDS + " s\n", Verdict.UNKNOWN.exitCode());
    }
  }

  private static <T> T await(CompletableFuture<T> done)
      throws InterruptedException, ExecutionException, TimeoutException {
    return done.get(LONGEST_SECONDS, TimeUnit.SECONDS);
  }
}
