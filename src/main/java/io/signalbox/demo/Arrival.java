package io.signalbox.demo;

import java.time.Instant;

/**
 * Something that starts a workflow run.
 *
 * @param key the seed of everything random about the run
 * @param needsApproval whether its deployment waits for a reviewer who never comes
 * @param certain whether its jobs neither fail nor are cancelled by chance
 */
record Arrival(
    Instant at,
    WorkflowTemplate workflow,
    String key,
    Trigger trigger,
    boolean needsApproval,
    boolean certain) {

  /** Who or what started the run, and on which commit. */
  record Trigger(String event, String branch, String sha, String actor, String title) {}
}
