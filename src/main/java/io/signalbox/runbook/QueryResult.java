package io.signalbox.runbook;

import java.util.List;

/**
 * How a step that asks a source ended.
 *
 * @param answers one per query of the step
 * @param state ok, or failed where a declared proof does not hold
 * @param words why it failed; empty otherwise
 * @param note why it is not on record; empty where it is
 */
public record QueryResult(List<QueryAnswer> answers, StepState state, String words, String note) {
  /** Copies the list. */
  public QueryResult {
    answers = List.copyOf(answers);
  }
}
