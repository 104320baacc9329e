package io.signalbox.ui.shell;

import io.signalbox.action.Intent;
import io.signalbox.ui.kit.RunnerCommands;
import java.util.function.Consumer;

/** What a view may ask for a runner, carried to the one place that does it. */
record ShellCommands(Consumer<String> details, ActionFlow actions, FailoverPart failover)
    implements RunnerCommands {
  @Override
  public void open(String runner) {
    details.accept(runner);
  }

  @Override
  public void checkService(String runner) {
    actions.propose(new Intent.CheckService(runner));
  }

  @Override
  public void restartService(String runner) {
    actions.propose(new Intent.RestartService(runner));
  }

  @Override
  public boolean hasRole(String runner) {
    return failover.hasRole(runner);
  }

  @Override
  public void planFailover(String runner) {
    failover.from(runner);
  }
}
