package io.signalbox.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job of a workflow run.
 *
 * @param status GitHub's word: queued, in_progress, completed, waiting, requested, pending
 * @param conclusion GitHub's word once completed, else null
 * @param createdAt when it entered the queue
 * @param runnerName null until a runner has taken it
 * @param labels what it asks of a runner
 */
public record Job(
    long id,
    long runId,
    String name,
    String status,
    @Nullable String conclusion,
    @Nullable Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    @Nullable String runnerName,
    List<String> labels,
    List<JobStep> steps,
    String url) {

  /** True once GitHub calls it completed. */
  public boolean completed() {
    return status.equals("completed");
  }

  /** True while it runs on a runner. */
  public boolean running() {
    return status.equals("in_progress");
  }
}
