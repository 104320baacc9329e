package io.signalbox.runbook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one step.
 *
 * @param hash of the step as it was then: an edited one stands at its beginning again
 * @param by who ran or skipped it
 * @param at when that began, null for a step that nothing was done with
 * @param endedAt null while it runs
 * @param target where it ran: a host, or a source; empty for neither
 * @param run the run's id, empty where there is none
 * @param words why it was skipped, or what went wrong; empty otherwise
 * @param output its newest lines, harmless and masked
 */
public record StepRecord(
    StepState state,
    String hash,
    String by,
    @Nullable Instant at,
    @Nullable Instant endedAt,
    String target,
    String run,
    String words,
    List<String> output) {
  /** How many lines of output are kept. */
  public static final int KEPT = 200;

  /** Nothing was done with it. */
  public static final StepRecord NONE =
      new StepRecord(StepState.PENDING, "", "", null, null, "", "", "", List.of());

  /** Keeps the newest lines. */
  public StepRecord {
    output = List.copyOf(output.subList(Math.max(0, output.size() - KEPT), output.size()));
  }
}
