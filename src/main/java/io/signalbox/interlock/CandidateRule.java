package io.signalbox.interlock;

import java.time.Duration;

/** Who takes over a role is approved, online and well; what is not configured does not count. */
final class CandidateRule implements Rule {
  @Override
  public String id() {
    return "candidate";
  }

  /** Waivable: at night a loaded or unapproved machine may be all there is. */
  @Override
  public boolean waivable() {
    return true;
  }

  @Override
  public boolean judges(PlanDraft draft) {
    return draft.mutating() && !draft.ending();
  }

  @Override
  public Precondition judge(PlanDraft draft, RuleEvidence evidence) {
    Grounds.Fitness found = evidence.standing().grounds().fitness();
    if (found == null) {
      return says(Ruling.PASS, "no role is taken over", null);
    }
    Duration age = Words.between(found.at(), evidence.now());
    return says(found.fit() ? Ruling.PASS : Ruling.REFUSE, found.words(), age);
  }
}
