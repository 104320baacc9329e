package io.signalbox.action;

/** One use case's way from an intent to a proposal. Blocks; the desk calls it in the background. */
public interface Planner {
  /** True for the intents of this use case. */
  boolean plans(Intent intent);

  /**
   * Resolves targets and reads their machines live; changes nothing.
   *
   * @throws ActionException where no plan can be made: what, why and what to do
   */
  Proposal propose(Intent intent) throws ActionException, InterruptedException;
}
