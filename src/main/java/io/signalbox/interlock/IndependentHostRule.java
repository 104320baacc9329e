package io.signalbox.interlock;

import java.time.Duration;

/** A role moves to another machine, or it is no failover: what took one down takes both down. */
final class IndependentHostRule implements Rule {
  @Override
  public String id() {
    return "independent-host";
  }

  @Override
  public boolean judges(PlanDraft draft) {
    return draft.mutating() && !draft.ending();
  }

  @Override
  public Precondition judge(PlanDraft draft, RuleEvidence evidence) {
    Grounds.Independence found = evidence.standing().grounds().independence();
    if (found == null) {
      return says(Ruling.PASS, "no role moves to another machine", null);
    }
    Duration age = Words.between(found.at(), evidence.now());
    Boolean proved = found.proved();
    if (proved == null) {
      return says(Ruling.WARN, found.words(), age);
    }
    return says(proved ? Ruling.PASS : Ruling.REFUSE, found.words(), age);
  }
}
