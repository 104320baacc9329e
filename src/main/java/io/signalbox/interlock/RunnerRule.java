package io.signalbox.interlock;

import java.util.List;

/** A rule about runners: each one on a target that is a machine counts, and a version is none. */
abstract class RunnerRule extends TargetRule {
  @Override
  public final boolean judges(PlanDraft draft) {
    return !draft.aboutVersion() && super.judges(draft);
  }

  @Override
  final List<Target> subjects(Target target, RuleEvidence evidence) {
    return RunnersOnHost.of(target, evidence);
  }
}
