package io.signalbox.model;

import java.util.List;

/** One poll of one Alertmanager. */
public record AlertmanagerReading(List<AlertInstance> alerts, List<Silence> silences) {}
