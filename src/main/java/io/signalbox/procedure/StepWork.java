package io.signalbox.procedure;

import io.signalbox.action.ActionException;
import io.signalbox.action.Outcome;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.Plan;

/** The carrying out of one step, while somebody listens. */
@FunctionalInterface
interface StepWork {
  /**
   * Runs to the end.
   *
   * @throws ActionException only while nothing was sent
   */
  Outcome carryOut(Permit permit, Plan plan, Heard heard)
      throws ActionException, InterruptedException;
}
