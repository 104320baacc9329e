package io.signalbox.runbook;

/**
 * Something in a runbook that its author should mend.
 *
 * @param line counted from 1
 */
public record Problem(int line, String message) {}
