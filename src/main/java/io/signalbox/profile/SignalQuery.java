package io.signalbox.profile;

import org.jspecify.annotations.Nullable;

/**
 * The PromQL of a signal, ready to send.
 *
 * @param value the value's expression, folded to the join labels
 * @param age an expression whose value is the sample's Unix time, folded alike; null where the
 *     profile gives none, and then the age is not known
 */
public record SignalQuery(String value, @Nullable String age) {}
