package io.signalbox.action;

import io.signalbox.interlock.Plan;
import java.util.Optional;

/** The way to a second person: requests out, signatures back. Blocks. Safe on every thread. */
public interface SecondPerson {
  /** No way: whoever needs a second person is told so. */
  SecondPerson NONE =
      new SecondPerson() {
        @Override
        public Asked ask(Plan plan, String requester, String reason) throws ActionException {
          throw new ActionException("there is no way to a second person here");
        }

        @Override
        public Optional<String> answer(Plan plan) {
          return Optional.empty();
        }

        @Override
        public Optional<Plan> requested(String reference) {
          return Optional.empty();
        }

        @Override
        public void take(Plan plan, String actor) throws ActionException {
          throw new ActionException("there is no way to a second person here");
        }
      };

  /**
   * Writes the request; asking again for the same plan changes nothing.
   *
   * @throws ActionException where it could not be written: what, why and what to do
   */
  Asked ask(Plan plan, String requester, String reason)
      throws ActionException, InterruptedException;

  /**
   * The signature that was left beside the request, unchecked; empty while there is none.
   *
   * @throws ActionException where it could not be looked for
   */
  Optional<String> answer(Plan plan) throws ActionException, InterruptedException;

  /**
   * The plan of a request that was written before, whole and unaltered; empty where there is none.
   *
   * @param reference the plan's id, or a path that ends with it
   * @throws ActionException where it could not be looked for, or was altered
   */
  Optional<Plan> requested(String reference) throws ActionException, InterruptedException;

  /**
   * Uses an approval up, in one step.
   *
   * @throws ActionException where it was used before, from wherever, or that is not known
   */
  void take(Plan plan, String actor) throws ActionException, InterruptedException;
}
