package io.signalbox.ui.shell;

import io.signalbox.action.Intent;
import io.signalbox.ui.runbook.StepCall;
import io.signalbox.ui.runbook.StepDesk;
import java.util.function.Consumer;

/** What a runbook's steps ask for, carried to the one place that does it. */
record StepPresses(ActionFlow actions, String actor) implements StepDesk {
  @Override
  public void carryOut(StepCall call, Consumer<String> begun, Consumer<String> refused) {
    Intent intent =
        new Intent.RunbookStep(
            call.key(), call.step().number(), call.step().hash(), call.host(), call.values());
    if (call.looks()) {
      actions.look(intent, begun, refused);
    } else {
      actions.propose(intent, begun);
    }
  }
}
