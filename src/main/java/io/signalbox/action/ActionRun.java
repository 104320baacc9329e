package io.signalbox.action;

import io.signalbox.interlock.Plan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as it stands: immutable, replaced with each change.
 *
 * @param id equal to the plan's id
 * @param reason what the operator gave as reason
 * @param error what went wrong in words and what to do next, null when nothing did
 */
public record ActionRun(
    String id,
    Plan plan,
    String actor,
    String reason,
    Instant startedAt,
    @Nullable Instant endedAt,
    Verdict verdict,
    List<RunStep> steps,
    List<OutputLine> output,
    List<Evidence> evidence,
    @Nullable String error) {}
