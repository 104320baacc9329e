package io.signalbox.app;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** A headless verb that acts: it can be planned only, and is confirmed with a reason. */
abstract class ActionVerb extends ProfileVerb {
  @Mixin PlanOptions plans = new PlanOptions();
  @Mixin ConfirmOptions given = new ConfirmOptions();

  ActionVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  boolean ready(CommandLine line) {
    return !given.reasonMissing(line.getErr());
  }
}
