package io.signalbox.runbook;

/**
 * A gap in a step's text that has to be filled before it can run.
 *
 * @param name without the signs around it: the form field's name, and the key of {@code --var}
 * @param written as it stands in the text, e.g. {@code <runner-name>}
 */
public record Placeholder(String name, String written, Form form) {
  /** How it is written. */
  public enum Form {
    /** {@code <runner-name>}. */
    ANGLE,
    /** {@code ${VAR}}, which nothing in the block assigns. */
    VARIABLE,
    /** {@code YOUR_ORG}. */
    YOUR,
    /** {@code XXXXX}. */
    CROSSES,
    /** {@code [PLACE]}. */
    BRACKET
  }
}
