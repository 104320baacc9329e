package io.signalbox.model;

import java.time.Duration;

/** An alerting rule as Prometheus has loaded it; health is ok, err or unknown. */
public record AlertRule(
    String group, String name, String query, Duration sustained, String state, String health) {}
