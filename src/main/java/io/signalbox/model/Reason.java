package io.signalbox.model;

/**
 * Why a runner is in its state, or a badge beside it.
 *
 * @param id stable kind, e.g. {@code monitoring-blind}, {@code cpu}, {@code labels}
 * @param severity how much it matters
 * @param text one sentence with its numbers
 */
public record Reason(String id, Severity severity, String text) {}
