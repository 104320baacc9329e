package io.signalbox.interlock;

/** Nothing is changed in an environment that is not unlocked. */
final class ReadOnlyRule implements Rule {
  @Override
  public String id() {
    return "read-only";
  }

  @Override
  public Precondition judge(PlanDraft draft, RuleEvidence evidence) {
    ReadOnlyState lock = evidence.lock();
    return says(lock.closed() ? Ruling.REFUSE : Ruling.PASS, lock.words(), null);
  }
}
