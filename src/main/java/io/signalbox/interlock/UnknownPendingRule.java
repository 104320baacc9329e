package io.signalbox.interlock;

import io.signalbox.model.RoleMove;
import io.signalbox.snapshot.GithubSight;
import java.util.Set;
import java.util.stream.Collectors;

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
   * A move of a role whose console died has no outcome on record. The labels of its runners were
   * read anew for a plan about the same ones, so what it left is known there, and that plan
   * finishes or undoes it. A plan about others would leave it half done.
   */
  private static boolean goesOn(PlanDraft draft, Pending pending, RuleEvidence evidence) {
    Set<String> paths =
        draft.targets().stream()
            .filter(Target::onGithub)
            .map(Target::path)
            .collect(Collectors.toUnmodifiableSet());
    String prefix = evidence.profile().environment().name() + "/";
    return !paths.isEmpty()
        && !pending.unknown()
        && MOVES.contains(pending.verb())
        && pending.targets().stream()
            .allMatch(
                path ->
                    paths.contains(path)
                        || (path.startsWith(prefix)
                            && goneFromGithub(path.substring(prefix.length()), evidence)));
  }

  /** No registration, no labels: nothing can be left half done there. */
  private static boolean goneFromGithub(String name, RuleEvidence evidence) {
    return GithubSight.in(evidence.snapshot())
        .filter(GithubSight::whole)
        .map(sight -> sight.named(name).isEmpty())
        .orElse(false);
  }

  /** Another console's run of that kind is in no record of this one: its machine says so itself. */
  private Precondition stray(Target target, RuleEvidence evidence) {
    LockFacts lock = evidence.standing().lock();
    return lock == null || lock.stray().isEmpty()
        ? says(Ruling.PASS, "no outcome is pending on " + target.host(), null)
        : says(Ruling.REFUSE, lock.stray(), Words.between(lock.at(), evidence.now()));
  }

  @Override
  Precondition judge(PlanDraft draft, Target target, RuleEvidence evidence) {
    return evidence.standing().pending().stream()
        .filter(one -> !goesOn(draft, one, evidence))
        .filter(
            one ->
                one.target().equals(target.path())
                    || one.targets().contains(target.path())
                    || one.hosts().contains(target.host()))
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
        .orElseGet(() -> stray(target, evidence));
  }
}
