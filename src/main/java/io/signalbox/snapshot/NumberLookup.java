package io.signalbox.snapshot;

import java.util.List;

/** Asks for the numbers behind an expression now: for guardrails while something is done. */
public interface NumberLookup {
  /**
   * The values of all series; blocks.
   *
   * @return empty where there is no series
   * @throws SourceException when nothing is known; never treat that as calm
   */
  List<Double> numbers(String expression) throws SourceException, InterruptedException;
}
