package io.signalbox.model;

import java.util.Map;

/** The recent history of one folded series, oldest first; both arrays are equally long. */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
public record SeriesHistory(Map<String, String> labels, long[] seconds, double[] values) {}
