package io.signalbox.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workflow run with its jobs.
 *
 * @param workflow the workflow's display name
 * @param path the workflow file, e.g. {@code .github/workflows/deploy.yml}
 * @param status GitHub's word: queued, in_progress, completed, waiting, requested, pending
 * @param conclusion GitHub's word once completed, else null
 * @param jobs empty where they were not read; {@code jobsRead} tells the two apart
 */
public record WorkflowRun(
    long id,
    String repository,
    String workflow,
    String path,
    long number,
    int attempt,
    String event,
    String title,
    String branch,
    String sha,
    String status,
    @Nullable String conclusion,
    String actor,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant updatedAt,
    String url,
    List<Job> jobs,
    boolean jobsRead) {

  /** True once GitHub calls it completed. */
  public boolean completed() {
    return status.equals("completed");
  }
}
