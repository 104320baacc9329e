package io.signalbox.interlock;

import java.util.List;

/**
 * What a planner proposes, before the interlock has judged it.
 *
 * @param verb stable id, e.g. {@code restart-service}
 * @param consequence what will happen, first and in one sentence
 * @param button verb, noun and count, e.g. {@code Restart 1 service on runner-a}
 * @param mutating false for a plan that only reads
 * @param prediction what is expected to change
 * @param abort how it can be stopped and what that leaves behind
 * @param undo how it is undone
 * @param least the least confirmation it asks for, whatever the rules find; {@link Tier#OBSERVE}
 *     leaves that to the rules
 */
public record PlanDraft(
    String verb,
    String consequence,
    String button,
    boolean mutating,
    List<Target> targets,
    List<RemoteCommand> commands,
    String prediction,
    String abort,
    String undo,
    Tier least) {
  /** For what the rules alone decide the tier of. */
  public PlanDraft(
      String verb,
      String consequence,
      String button,
      boolean mutating,
      List<Target> targets,
      List<RemoteCommand> commands,
      String prediction,
      String abort,
      String undo) {
    this(
        verb,
        consequence,
        button,
        mutating,
        targets,
        commands,
        prediction,
        abort,
        undo,
        Tier.OBSERVE);
  }

  /** The verb that ends a run. */
  public static final String ABORT = "abort";

  /** The verb that sets a held lock aside. */
  public static final String BREAK_LOCK = "break-lock";

  /** The verb that brings an older version back. */
  public static final String ROLLBACK = "rollback";

  /** The verb of its check run. */
  public static final String PREVIEW = "preview-rollback";

  /** True for what is about a version, not about a runner. */
  boolean aboutVersion() {
    return verb.equals(ROLLBACK) || verb.equals(PREVIEW);
  }

  /** True for what ends or clears away something that was begun before. */
  public boolean ending() {
    return verb.equals(ABORT) || verb.equals(BREAK_LOCK);
  }

  /** Copies the lists: what is confirmed is what runs. */
  public PlanDraft {
    targets = List.copyOf(targets);
    commands = List.copyOf(commands);
  }
}
