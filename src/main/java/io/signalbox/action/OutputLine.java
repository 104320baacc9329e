package io.signalbox.action;

import java.time.Instant;

/** A line of output, already made harmless; {@code error} tells standard error from output. */
public record OutputLine(Instant at, boolean error, String text) {}
