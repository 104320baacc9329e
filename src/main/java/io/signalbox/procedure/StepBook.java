package io.signalbox.procedure;

import io.signalbox.action.ActionException;
import io.signalbox.action.Outcome;
import io.signalbox.action.Verdict;
import io.signalbox.runbook.ProgressStore;
import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.Step;
import io.signalbox.runbook.StepState;
import java.time.Clock;
import java.util.List;

/** Writes down what becomes of a step, so that a console started later knows. */
final class StepBook {
  private final ProgressStore store;
  private final Clock clock;

  StepBook(ProgressStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Before anything is sent.
   *
   * @throws ActionException where it cannot be kept
   */
  void begun(Runbook runbook, Step step, String by, String target, String run)
      throws ActionException {
    try {
      store.save(store.load(runbook).begun(step, by, clock.instant(), target, run));
    } catch (IllegalStateException e) {
      throw new ActionException(String.valueOf(e.getMessage()));
    }
  }

  /** Afterwards; where it cannot be kept, the words for the operator, else nothing. */
  String ended(Runbook runbook, Step step, Outcome outcome, List<String> output) {
    String words = outcome.error() == null ? "" : outcome.error();
    try {
      store.save(
          store
              .load(runbook)
              .ended(step, state(outcome.verdict()), clock.instant(), words, output));
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
