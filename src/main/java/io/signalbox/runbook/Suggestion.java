package io.signalbox.runbook;

/**
 * A value for a gap, before anybody has typed one.
 *
 * @param from where it comes from, for the operator, e.g. {@code the alert's label hostname}
 */
public record Suggestion(String value, String from) {}
