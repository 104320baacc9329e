package io.signalbox.model;

import java.time.Instant;
import java.util.List;

/** A silence of Alertmanager; matchers in its own notation, e.g. {@code alertname="X"}. */
public record Silence(
    String id,
    List<String> matchers,
    Instant startsAt,
    Instant endsAt,
    String createdBy,
    String comment,
    String state) {}
