package io.signalbox.procedure;

import io.signalbox.action.ActionException;
import io.signalbox.action.Outcome;
import io.signalbox.action.Verdict;
import io.signalbox.runbook.ProgressStore;
import io.signalbox.runbook.RunbookProgress;
import io.signalbox.runbook.Step;
import io.signalbox.runbook.StepRecord;
import io.signalbox.runbook.StepState;
import java.time.Clock;
import java.util.List;

/** Writes down what becomes of one step on one machine, so that a console started later knows. */
final class StepBook {
  private final ProgressStore store;
  private final Clock clock;
  private final Shelved shelved;
  private final Step step;
  private final String target;
  private StepRecord before = StepRecord.NONE;

  /**
   * For one run of a step.
   *
   * @param target the machine, empty for none
   */
  StepBook(ProgressStore store, Clock clock, Shelved shelved, Step step, String target) {
    this.store = store;
    this.clock = clock;
    this.shelved = shelved;
    this.step = step;
    this.target = target;
  }

  /**
   * Before anything is sent.
   *
   * @param hosts all machines that the step is for
   * @throws ActionException where it cannot be kept
   */
  void begun(String by, String run, List<String> hosts) throws ActionException {
    try {
      RunbookProgress _ =
          store.change(
              shelved.key(),
              shelved.runbook(),
              now -> {
                before = now.record(step, target);
                return now.begun(step, by, clock.instant(), target, run, hosts);
              });
    } catch (IllegalStateException e) {
      throw new ActionException(String.valueOf(e.getMessage()));
    }
  }

  /** Afterwards; where it cannot be kept, the words for the operator, else nothing. */
  String ended(Outcome outcome, List<String> output) {
    String words = outcome.error() == null ? "" : outcome.error();
    try {
      RunbookProgress _ =
          store.change(
              shelved.key(),
              shelved.runbook(),
              now ->
                  outcome.verdict() == Verdict.NOT_RUN
                      ? now.withdrawn(step, target, before)
                      : now.ended(
                          step, target, state(outcome.verdict()), clock.instant(), words, output));
      return "";
    } catch (IllegalStateException e) {
      return "how the step ended is not kept: " + e.getMessage();
    }
  }

  static StepState state(Verdict verdict) {
    return switch (verdict) {
      case SUCCEEDED_VERIFIED -> StepState.OK;
      case SUCCEEDED_UNVERIFIED -> StepState.UNVERIFIED;
      case NOT_RUN -> StepState.PENDING;
      case RUNNING -> StepState.RUNNING;
      case FAILED, FAILED_VERIFY, PARTIAL, CANCELLED -> StepState.FAILED;
      case UNKNOWN -> StepState.UNKNOWN;
    };
  }
}
