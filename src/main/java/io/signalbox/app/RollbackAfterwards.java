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
import java.util.List;
import java.util.function.Consumer;

/**
 * The verdict of a rollback that is attached to: its events are read once more, then versions and
 * health; its exit code alone says little.
 */
final class RollbackAfterwards implements Afterwards {
  private final RollbackSetup setup;

  RollbackAfterwards(RollbackSetup setup) {
    this.setup = setup;
  }

  @Override
  public boolean proves(RunStatus run) {
    RunMeta meta = run.meta();
    return meta != null && meta.action().equals(PlanDraft.ROLLBACK) && run.state().over();
  }

  @Override
  public Outcome prove(RunStatus run, Consumer<Evidence> evidence) throws InterruptedException {
    try (RunWatch watch =
        new RunWatch(run.id(), OutputSink.none(), setup.board(), setup.secrets())) {
      RunStatus read = setup.runs().follow(run.host(), run.id(), watch, DurableRuns.PATIENCE);
      return read == null
          ? new Outcome(
              Verdict.UNKNOWN,
              "the connection to " + run.host() + " stayed away; attach to the run again later")
          : new Aftermath(setup).judge(read, watch, List.of(), evidence);
    }
  }
}
