package io.signalbox.interlock;

import java.util.List;

/** A rule that looks at each target by itself. */
abstract class TargetRule implements Rule {
  @Override
  public final Precondition judge(PlanDraft draft, RuleEvidence evidence) {
    if (draft.targets().isEmpty()) {
      return says(Ruling.REFUSE, "the plan has no target", null);
    }
    return draft.targets().stream()
        .flatMap(target -> subjects(target, evidence).stream())
        .map(target -> judge(draft, target, evidence))
        .reduce(Rule::worse)
        .orElseGet(() -> says(Ruling.PASS, "no runner is known there", null));
  }

  /** What is judged for a target, the target itself if nothing else is said. */
  List<Target> subjects(Target target, RuleEvidence evidence) {
    return List.of(target);
  }

  abstract Precondition judge(PlanDraft draft, Target target, RuleEvidence evidence);
}
