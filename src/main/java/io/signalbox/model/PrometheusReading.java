package io.signalbox.model;

import java.util.List;
import java.util.Map;

/** One poll of one Prometheus. */
public record PrometheusReading(
    Map<Signal, SignalReading> signals,
    List<AlertInstance> alerts,
    List<AlertRule> rules,
    List<ScrapeTarget> targets) {}
