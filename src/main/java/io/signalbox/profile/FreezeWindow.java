package io.signalbox.profile;

import java.time.Instant;

/** A span in which nothing is changed. */
public record FreezeWindow(Instant from, Instant to, String reason) {}
