package io.signalbox.loki;

import java.time.Instant;
import java.util.Map;

/** One line of a log, inert. */
public record LokiLine(Instant at, Map<String, String> labels, String text) {}
