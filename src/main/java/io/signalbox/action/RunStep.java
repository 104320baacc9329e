package io.signalbox.action;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step of a run: queued while {@code startedAt} is null, ended once {@code verdict} is set. */
public record RunStep(
    String name,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Verdict verdict) {}
