package io.signalbox.procedure;

import io.signalbox.action.ActionException;
import io.signalbox.runbook.QueryAnswer;

/** Where queries of steps go. Blocks; safe on every thread. */
public interface QueryPort {
  /**
   * Asks Prometheus for the values now and over the last hour.
   *
   * @throws ActionException where there is none: nothing was asked
   * @throws NotAnsweredException where it gives no answer: what, why, what to do
   */
  QueryAnswer promql(String expression)
      throws ActionException, NotAnsweredException, InterruptedException;

  /**
   * Asks Loki for the lines of the last hour.
   *
   * @throws ActionException where there is none: nothing was asked
   * @throws NotAnsweredException where it gives no answer: what, why, what to do
   */
  QueryAnswer logql(String expression)
      throws ActionException, NotAnsweredException, InterruptedException;
}
