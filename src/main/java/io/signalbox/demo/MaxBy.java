package io.signalbox.demo;

import java.util.List;

/**
 * The query shapes that are simulated: {@code max by (labels) (term or term ...)}, the time since
 * it, and a selector with the values that equal a number.
 *
 * @param labels that are kept; all of them for a selector
 */
record MaxBy(List<String> labels, List<Term> terms, Shape shape) {

  /** What is done with the values. */
  sealed interface Shape {
    /** They are shown. */
    record Plain() implements Shape {}

    /** {@code time() - ...}: seconds since them. */
    record Since() implements Shape {}

    /** {@code selector == number}: the others are left out, and nothing is folded. */
    record Equal(double number) implements Shape {}
  }

  /**
   * A vector selector, or {@code timestamp()} of one.
   *
   * @param timestamp whether the value is the sample's time instead of the sample
   */
  record Term(boolean timestamp, String metric, List<LabelMatcher> matchers) {}
}
