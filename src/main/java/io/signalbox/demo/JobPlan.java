package io.signalbox.demo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One job of a run with all that will have happened to it.
 *
 * @param waiting whether it waits for a reviewer instead of a runner
 * @param fate what becomes of it, or null where no runner ever takes it
 */
record JobPlan(
    long id,
    RunPlan run,
    WorkflowTemplate.Job template,
    Instant readyAt,
    boolean waiting,
    @Nullable Fate fate) {

  /**
   * What becomes of a job that does not wait for ever.
   *
   * @param runner who took it, or null where it was skipped
   * @param completedAt when it ended: where its course does, or when its runner went away
   */
  record Fate(
      @Nullable SimulatedRunner runner,
      Instant startedAt,
      Instant completedAt,
      String conclusion,
      Course course) {}

  /**
   * How a job goes while nobody interferes.
   *
   * @param troubleStep the number of the step that fails or is cancelled, or 0
   */
  record Course(Instant end, String conclusion, int troubleStep) {}

  /** How it ends when it is cancelled at {@code t}: at once, or soon where it runs. */
  JobPlan cancelled(Instant t) {
    Fate old = fate;
    Instant soon = t.plusSeconds(1);
    Fate cut = new Fate(null, soon, soon, "cancelled", new Course(soon, "cancelled", 0));
    if (old != null && runningAt(t)) {
      Instant end = t.plusSeconds(3);
      cut = new Fate(old.runner(), old.startedAt(), end, "cancelled", old.course());
    }
    return new JobPlan(id, run, template, readyAt, false, cut);
  }

  @Nullable Instant startedAt() {
    return fate == null ? null : fate.startedAt();
  }

  @Nullable Instant completedAt() {
    return fate == null ? null : fate.completedAt();
  }

  @Nullable SimulatedRunner runner() {
    return fate == null ? null : fate.runner();
  }

  /** How it ends, whenever that is; empty where it never does. */
  String conclusion() {
    return fate == null ? "" : fate.conclusion();
  }

  boolean started(Instant t) {
    return fate != null && !fate.startedAt().isAfter(t);
  }

  boolean completed(Instant t) {
    return fate != null && !fate.completedAt().isAfter(t);
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
    return fate == null ? List.of(readyAt) : List.of(readyAt, fate.startedAt(), fate.completedAt());
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
