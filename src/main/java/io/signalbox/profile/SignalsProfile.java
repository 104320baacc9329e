package io.signalbox.profile;

import io.signalbox.model.Signal;
import java.util.List;
import java.util.Map;

/**
 * How signals are asked of Prometheus.
 *
 * @param joinOn the labels that tie a series to a runner, in order of preference
 * @param queries one per signal
 */
public record SignalsProfile(List<String> joinOn, Map<Signal, SignalQuery> queries) {}
