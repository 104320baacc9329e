package io.signalbox.rollback.work;

import io.signalbox.action.ActionException;
import io.signalbox.action.Intent;
import io.signalbox.action.Planner;
import io.signalbox.action.Proposal;
import io.signalbox.interlock.Grounds;
import io.signalbox.interlock.PlanDraft;
import io.signalbox.interlock.RemoteCommand;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans a check run of the rollback's playbook: it changes nothing, and says what it cannot know.
 */
public final class PreviewPlanner implements Planner {
  private final RollbackSetup setup;

  /** For a profile's control host. */
  public PreviewPlanner(RollbackSetup setup) {
    this.setup = setup;
  }

  @Override
  public boolean plans(Intent intent) {
    return intent instanceof Intent.PreviewRollback;
  }

  @Override
  public Proposal propose(Intent intent) throws ActionException, InterruptedException {
    if (!(intent instanceof Intent.PreviewRollback wanted)) {
      throw new ActionException("not a preview: " + intent.verb());
    }
    Looked looked =
        new RollbackLook(setup)
            .look(
                new RollbackLook.Wanted(
                    wanted.verb(),
                    wanted.version(),
                    Values.of(wanted),
                    wanted.limit(),
                    wanted.acknowledged(),
                    false));
    List<String> argv = new ArrayList<>(looked.ground().argv());
    argv.addAll(List.of("--check", "--diff"));
    List<RemoteCommand> commands = new ArrayList<>();
    commands.add(new RemoteCommand(looked.place().host(), argv));
    commands.addAll(RollbackPlanner.input(looked));
    PlanDraft draft =
        new PlanDraft(
            wanted.verb(),
            "Runs the playbook in check mode for version "
                + wanted.version()
                + " on "
                + looked.hosts().size()
                + " hosts. Only tasks that run in check mode too are really run.",
            "Preview 1 rollback to " + wanted.version(),
            false,
            List.of(looked.place().target()),
            commands,
            "nothing changes",
            "the check run ends by itself",
            "nothing to undo");
    Grounds grounds = new Grounds(null, null, null, looked.readiness(), null);
    return new Proposal(
        draft,
        List.of(looked.facts()),
        null,
        grounds,
        PreviewWork.STEPS,
        new PreviewWork(setup, looked, wanted.version()));
  }
}
