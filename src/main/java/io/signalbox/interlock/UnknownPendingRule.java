package io.signalbox.interlock;

import io.signalbox.model.RoleMove;
import java.util.Set;

/** Nothing is done to a target while what was done to it before is not known. */
final class UnknownPendingRule extends TargetRule {
  private static final Set<String> MOVES =
      Set.of(
          RoleMove.FAILOVER.verb(),
          RoleMove.SWITCHOVER.verb(),
          RoleMove.FAILBACK.verb(),
          "undo-move");

  @Override
  public String id() {
    return "unknown-pending";
  }

  @Override
  public boolean judgesAborts() {
    return false;
  }

  /**
   * A move of a role whose console died has no outcome on record; but its labels were read anew for
   * this plan, so what it left is known, and the same move goes on from there.
   */
  private static boolean goesOn(PlanDraft draft, Pending pending) {
    boolean moves = draft.targets().getFirst().onGithub();
    return moves && !pending.unknown() && MOVES.contains(pending.verb());
  }

  @Override
  Precondition judge(PlanDraft draft, Target target, RuleEvidence evidence) {
    return evidence.standing().pending().stream()
        .filter(one -> !goesOn(draft, one))
        .filter(one -> one.target().equals(target.path()) || one.hosts().contains(target.host()))
        .findFirst()
        .map(
            one ->
                says(
                    Ruling.REFUSE,
                    one.verb()
                        + " on "
                        + one.target()
                        + " (run "
                        + one.id()
                        + ", since "
                        + one.since()
                        + (one.unknown()
                            ? ") ended as unknown: look at it and record what was found"
                            : ") has no outcome on record: attach to it, or record what was found"),
                    Words.between(one.since(), evidence.now())))
        .orElseGet(() -> says(Ruling.PASS, "no outcome is pending on " + target.host(), null));
  }
}
