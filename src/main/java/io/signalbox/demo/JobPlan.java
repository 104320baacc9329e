package io.signalbox.demo;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One job of a run with all that will have happened to it.
 *
 * @param startedAt when a runner took it, or null where none ever does
 * @param completedAt when it ended, or null where it never does
 * @param conclusion how it ends; meaningless before {@code completedAt}
 * @param troubleStep the number of the step that failed or was cut, or 0
 * @param waiting whether it waits for a reviewer instead of a runner
 */
record JobPlan(
    long id,
    RunPlan run,
    WorkflowTemplate.Job template,
    Instant readyAt,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    @Nullable SimulatedRunner runner,
    String conclusion,
    int troubleStep,
    boolean waiting) {

  boolean started(Instant t) {
    return startedAt != null && !startedAt.isAfter(t);
  }

  boolean completed(Instant t) {
    return completedAt != null && !completedAt.isAfter(t);
  }

  boolean runningAt(Instant t) {
    return started(t) && !completed(t);
  }

  String status(Instant t) {
    if (completed(t)) {
      return "completed";
    }
    if (started(t)) {
      return "in_progress";
    }
    return waiting ? "waiting" : "queued";
  }

  Iterable<Instant> moments() {
    return Stream.of(readyAt, startedAt, completedAt).filter(Objects::nonNull).toList();
  }

  String htmlUrl() {
    return run.htmlUrl() + "/job/" + id;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JobPlan job && job.id == id;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(id);
  }

  @Override
  public String toString() {
    return "JobPlan[" + id + " " + template.name() + "]";
  }
}
