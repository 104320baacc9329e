package io.signalbox.ansible;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task on one host.
 *
 * @param message what the module said, in one harmless line; may be empty
 * @param startedAt null where that event was not seen
 * @param endedAt null while it runs
 */
public record HostResult(
    String host,
    HostState state,
    String message,
    Skip skip,
    List<TaskDiff> diffs,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {
  /** Copies the list. */
  public HostResult {
    diffs = List.copyOf(diffs);
  }

  /** The same in another state. */
  HostResult in(HostState other) {
    return new HostResult(host, other, message, skip, diffs, startedAt, endedAt);
  }

  /** The same, begun at this time. */
  HostResult since(@Nullable Instant start) {
    return new HostResult(host, state, message, skip, diffs, start, endedAt);
  }
}
