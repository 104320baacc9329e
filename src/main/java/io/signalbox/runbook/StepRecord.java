package io.signalbox.runbook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one step on one machine, or of a step that has none.
 *
 * @param hash of the step as it was then: an edited one stands at its beginning again
 * @param by who ran or skipped it
 * @param at when that began, null for a step that nothing was done with
 * @param endedAt null while it runs
 * @param target where it ran: a host, or a source; empty for neither
 * @param run the run's id, empty where there is none
 * @param words why it was skipped, or what went wrong; empty otherwise
 * @param output its newest lines, harmless and masked
 * @param hosts all machines that the step was for then: it is done when it is on each of them
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
    List<String> output,
    List<String> hosts) {
  /** How many lines of output are kept. */
  public static final int KEPT = 200;

  /** Nothing was done with it. */
  public static final StepRecord NONE =
      new StepRecord(StepState.PENDING, "", "", null, null, "", "", "", List.of(), List.of());

  /** Keeps the newest lines. */
  public StepRecord {
    hosts = List.copyOf(hosts);
    output = List.copyOf(output.subList(Math.max(0, output.size() - KEPT), output.size()));
  }

  /** The same, ended. */
  StepRecord ended(StepState how, Instant end, String why, List<String> lines) {
    return new StepRecord(how, hash, by, at, end, target, run, why, lines, hosts);
  }

  /** The same for a step that is known by another hash by now. */
  StepRecord hashed(String now) {
    return new StepRecord(state, now, by, at, endedAt, target, run, words, output, hosts);
  }
}
