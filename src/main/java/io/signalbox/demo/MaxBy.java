package io.signalbox.demo;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The one query shape that is simulated: {@code max by (labels) (term or term ...)}. */
record MaxBy(List<String> labels, List<Term> terms) {

  /**
   * A vector selector, or {@code timestamp()} of one.
   *
   * @param timestamp whether the value is the sample's time instead of the sample
   */
  record Term(boolean timestamp, String metric, List<Matcher> matchers) {}

  /** A label matcher; a missing label counts as empty, regular expressions match the whole. */
  record Matcher(String label, String operator, String value) {

    boolean matches(Map<String, String> labels) {
      String actual = labels.getOrDefault(label, "");
      return switch (operator) {
        case "=" -> actual.equals(value);
        case "!=" -> !actual.equals(value);
        case "=~" -> Pattern.matches(value, actual);
        default -> !Pattern.matches(value, actual);
      };
    }
  }
}
