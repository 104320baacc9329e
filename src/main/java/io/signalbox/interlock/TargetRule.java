package io.signalbox.interlock;

/** A rule that looks at each target by itself. */
abstract class TargetRule implements Rule {
  @Override
  public final Precondition judge(PlanDraft draft, RuleEvidence evidence) {
    return draft.targets().stream()
        .map(target -> judge(draft, target, evidence))
        .reduce(Rule::worse)
        .orElseGet(() -> says(Ruling.REFUSE, "the plan has no target", null));
  }

  abstract Precondition judge(PlanDraft draft, Target target, RuleEvidence evidence);
}
