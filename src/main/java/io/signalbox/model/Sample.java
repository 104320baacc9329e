package io.signalbox.model;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One value of a series.
 *
 * @param labels the labels left after folding, at least one of the join labels
 * @param at when the sample was scraped; null where the profile's query gives no age
 */
public record Sample(Map<String, String> labels, double value, @Nullable Instant at) {}
