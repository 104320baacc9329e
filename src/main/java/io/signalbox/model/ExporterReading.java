package io.signalbox.model;

import java.time.Instant;
import java.util.Map;

/** One direct scrape of a host's exporter, taken now, with the signals it carries. */
public record ExporterReading(String host, Map<Signal, Double> values, Instant at) {}
