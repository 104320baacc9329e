package io.signalbox.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step of a job; status and conclusion are GitHub's words, unknown ones kept as given. */
public record JobStep(
    int number,
    String name,
    String status,
    @Nullable String conclusion,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt) {}
