package io.signalbox.model;

import org.jspecify.annotations.Nullable;

/**
 * Something the operator should know, with its evidence and the next step.
 *
 * @param id stable kind, e.g. {@code runner-offline}
 * @param title one sentence: what is wrong, with what, for how long
 * @param evidence how that is known, with numbers
 * @param nextStep what to do next, in words
 * @param runner the runner it is about, null where it is about something else
 */
public record Finding(
    String id,
    Severity severity,
    String title,
    String evidence,
    String nextStep,
    @Nullable String runner) {}
