package io.signalbox.interlock;

/** One run at a time in an environment, whoever starts it. */
final class LockRule implements Rule {
  @Override
  public String id() {
    return "lock";
  }

  @Override
  public boolean judgesAborts() {
    return false;
  }

  @Override
  public Precondition judge(PlanDraft draft, RuleEvidence evidence) {
    LockFacts lock = evidence.standing().lock();
    if (lock == null) {
      return says(Ruling.PASS, "this step takes no lock", null);
    }
    return says(
        lock.held() ? Ruling.REFUSE : Ruling.PASS,
        lock.words(),
        Words.between(lock.at(), evidence.now()));
  }
}
