package io.signalbox.action;

import io.signalbox.interlock.Plan;
import io.signalbox.model.GuardrailReading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as it stands: immutable, replaced with each change.
 *
 * @param id equal to the plan's id
 * @param reason what the operator gave as reason
 * @param watched every look at every guardrail so far, oldest first; empty where none is watched
 * @param question what it asks just now and stands still for, null while it asks nothing
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
    List<GuardrailReading> watched,
    @Nullable Question question,
    @Nullable String error) {
  /** A run that watches nothing and asks nothing. */
  public ActionRun(
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
      @Nullable String error) {
    this(
        id, plan, actor, reason, startedAt, endedAt, verdict, steps, output, evidence, List.of(),
        null, error);
  }
}
