package io.signalbox.interlock;

/** Nothing is done to a target while what was done to it before is not known. */
final class UnknownPendingRule extends TargetRule {
  @Override
  public String id() {
    return "unknown-pending";
  }

  @Override
  public boolean judgesAborts() {
    return false;
  }

  @Override
  Precondition judge(PlanDraft draft, Target target, RuleEvidence evidence) {
    return evidence.standing().pending().stream()
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
