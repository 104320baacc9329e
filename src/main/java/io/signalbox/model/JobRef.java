package io.signalbox.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The job a runner is busy with, as GitHub's job list names it. */
public record JobRef(
    long runId, long jobId, String workflow, String job, @Nullable Instant startedAt, String url) {}
