package io.signalbox.interlock;

import java.time.Duration;

/** What a playbook needs is there, and every host it works on answers. */
final class PreFlightRule implements Rule {
  @Override
  public String id() {
    return "pre-flight";
  }

  /** Waivable: at 03:00 one of many hosts may be down for good while the others have to go back. */
  @Override
  public boolean waivable() {
    return true;
  }

  @Override
  public boolean judgesReads() {
    return true;
  }

  @Override
  public boolean judges(PlanDraft draft) {
    return draft.aboutVersion();
  }

  @Override
  public Precondition judge(PlanDraft draft, RuleEvidence evidence) {
    Grounds.Readiness found = evidence.standing().grounds().readiness();
    if (found == null) {
      return says(Ruling.REFUSE, "no pre-flight was made", null);
    }
    Duration age = Words.between(found.at(), evidence.now());
    Ruling ruling = !found.ready() ? Ruling.REFUSE : found.doubt() ? Ruling.WARN : Ruling.PASS;
    return says(ruling, found.words(), age);
  }
}
