package io.signalbox.app;

import io.signalbox.action.Evidence;
import io.signalbox.action.Outcome;
import io.signalbox.action.Verdict;
import io.signalbox.command.Afterwards;
import io.signalbox.interlock.PlanDraft;
import io.signalbox.remote.OutputSink;
import io.signalbox.remote.durable.DurableRuns;
import io.signalbox.remote.durable.RunMeta;
import io.signalbox.remote.durable.RunStatus;
import io.signalbox.rollback.work.Aftermath;
import io.signalbox.rollback.work.RollbackSetup;
import io.signalbox.rollback.work.RunWatch;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The verdict of a rollback that is attached to: its output and its events are read from their
 * first byte, then versions and health; its exit code alone says little.
 */
final class RollbackAfterwards implements Afterwards {
  private final RollbackSetup setup;

  RollbackAfterwards(RollbackSetup setup) {
    this.setup = setup;
  }

  /** True for a rollback's run, whether it is over or not. */
  static boolean rollback(RunStatus run) {
    RunMeta meta = run.meta();
    return meta != null && meta.action().equals(PlanDraft.ROLLBACK);
  }

  @Override
  public boolean proves(RunStatus run) {
    return rollback(run) && run.state().over();
  }

  @Override
  public Outcome prove(RunStatus run, Consumer<Evidence> evidence) throws InterruptedException {
    return attach(run, OutputSink.none(), evidence)
        .orElseGet(
            () ->
                new Outcome(
                    Verdict.UNKNOWN,
                    "the connection to "
                        + run.host()
                        + " stayed away; attach to the run again later"));
  }

  /**
   * Follows it to its end and judges. What the profile wants written to GitHub is told of and not
   * written: who attaches holds no permit.
   *
   * @return empty where the connection stayed away; the run goes on
   */
  Optional<Outcome> attach(RunStatus run, OutputSink sink, Consumer<Evidence> evidence)
      throws InterruptedException {
    try (RunWatch watch = new RunWatch(run.id(), sink, setup.board(), setup.secrets())) {
      RunStatus read = setup.runs().follow(run.host(), run.id(), watch, DurableRuns.PATIENCE);
      if (read == null) {
        return Optional.empty();
      }
      Aftermath aftermath = new Aftermath(setup);
      Outcome outcome = aftermath.judge(read, watch, evidence);
      aftermath.unwritten().forEach(evidence);
      return Optional.of(outcome);
    }
  }
}
