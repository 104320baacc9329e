package io.signalbox.ui.timeline;

/** What was picked on the line, by GitHub's ids, so that it can be followed through snapshots. */
public sealed interface TimelinePick {
  /** A job of a run; {@code jobId} is 0 for the run itself. */
  record OfJob(long runId, long jobId) implements TimelinePick {}

  /** A deployment. */
  record OfDeployment(long id) implements TimelinePick {}
}
