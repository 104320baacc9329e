package io.signalbox.demo;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A condition on one label; a missing label counts as empty, regular expressions match the whole.
 *
 * @param operator one of {@code =}, {@code !=}, {@code =~}, {@code !~}
 */
record LabelMatcher(String label, String operator, String value) {

  static LabelMatcher equal(String label, String value) {
    return new LabelMatcher(label, "=", value);
  }

  boolean matches(Map<String, String> labels) {
    String actual = labels.getOrDefault(label, "");
    return switch (operator) {
      case "=" -> actual.equals(value);
      case "!=" -> !actual.equals(value);
      case "=~" -> Pattern.matches(value, actual);
      default -> !Pattern.matches(value, actual);
    };
  }

  boolean regex() {
    return operator.endsWith("~");
  }

  boolean positive() {
    return operator.startsWith("=");
  }

  /** Whether the value is a regular expression, where it has to be one. */
  boolean wellFormed() {
    if (!regex()) {
      return true;
    }
    try {
      Pattern.compile(value);
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
