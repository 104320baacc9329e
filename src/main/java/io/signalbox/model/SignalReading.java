package io.signalbox.model;

import java.util.List;

/**
 * What one Prometheus says of one signal.
 *
 * @param samples present values; a runner that is missing here has no value now
 * @param history the last hour; a runner that is missing here too was never measured in it
 */
public record SignalReading(List<Sample> samples, List<SeriesHistory> history) {}
