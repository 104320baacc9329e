package io.signalbox.demo;

import java.util.List;

/** The one query shape that is simulated: {@code max by (labels) (term or term ...)}. */
record MaxBy(List<String> labels, List<Term> terms) {

  /**
   * A vector selector, or {@code timestamp()} of one.
   *
   * @param timestamp whether the value is the sample's time instead of the sample
   */
  record Term(boolean timestamp, String metric, List<LabelMatcher> matchers) {}
}
