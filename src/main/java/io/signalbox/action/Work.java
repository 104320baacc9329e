package io.signalbox.action;

import io.signalbox.interlock.Permit;
import io.signalbox.interlock.Plan;

/** The carrying out of one proposal, once. */
@FunctionalInterface
public interface Work {
  /**
   * Runs to the end on the calling thread. From the moment {@link Progress#started} returned it
   * answers with an outcome, whatever happens.
   *
   * @throws ActionException only while nothing was sent
   */
  Outcome carryOut(Permit permit, Plan plan, Progress progress)
      throws ActionException, InterruptedException;
}
