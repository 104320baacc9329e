package io.signalbox.rollback;

import java.util.concurrent.CompletableFuture;

/**
 * Rollbacks for those who look at them: what is known is on the {@link RollbackBoard}, what is
 * asked for here is read in the background and shown there too. Nothing here changes anything and
 * nothing blocks; futures complete on a background thread, and fail with words for the operator.
 */
public interface RollbackDoor {
  /** Why there is no playbook to go back with, empty where one is configured. */
  String notConfigured();

  /** What is known so far, and the news of it. */
  RollbackBoard board();

  /**
   * Reads versions, candidates and pre-flight from the control host and its hosts.
   *
   * @param version the version to look at, empty for the versions alone
   */
  CompletableFuture<RollbackBoard.Ground> look(String version);

  /** Asks the checks of the eight categories. */
  CompletableFuture<HealthBoard> health();

  /** Where nothing is configured, with why. */
  static RollbackDoor closed(String why) {
    return new ClosedDoor(why, new RollbackBoard());
  }
}
