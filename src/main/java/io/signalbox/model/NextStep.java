package io.signalbox.model;

/**
 * A next step of a finding that can be pressed: it opens something or prepares a plan, and carries
 * nothing out by itself.
 *
 * @param verb what is opened or prepared
 * @param subject of what: a runbook's name, a runner, a run's id
 * @param words for the button, e.g. {@code Plan failover…}
 */
public record NextStep(Verb verb, String subject, String words) {
  /** What a next step opens or prepares. */
  public enum Verb {
    /** The details of a runner. */
    RUNNER,
    /** A runbook, at its first diagnostic step; the subject is its file name. */
    RUNBOOK,
    /** The failover away from a runner. */
    FAILOVER,
    /** The way back after a failover; the subject is the runner that had the role. */
    FAILBACK,
    /** Why a queued job waits; the subject is the run's id. */
    EXPLAIN,
    /** The rollback of production; the subject may be a version. */
    ROLLBACK
  }
}
