package io.signalbox.interlock;

import java.time.Duration;
import java.time.Instant;

/** What needs a preview is not done without one of exactly this, taken not long ago. */
final class PreviewRule implements Rule {
  @Override
  public String id() {
    return "preview";
  }

  @Override
  public boolean judges(PlanDraft draft) {
    return draft.mutating() && !draft.ending();
  }

  @Override
  public Precondition judge(PlanDraft draft, RuleEvidence evidence) {
    Grounds.Preview preview = evidence.standing().grounds().preview();
    if (preview == null) {
      return says(Ruling.PASS, "this step has no preview", null);
    }
    Instant taken = preview.takenAt();
    Instant until = preview.validUntil();
    Duration age = taken == null ? null : Words.between(taken, evidence.now());
    if (taken == null || until == null || !preview.matches()) {
      return says(Ruling.REFUSE, preview.words(), age);
    }
    return evidence.now().isAfter(until)
        ? says(
            Ruling.REFUSE,
            "the preview is " + Words.age(age) + " and counted until " + until + "; take it anew",
            age)
        : says(Ruling.PASS, preview.words(), age);
  }
}
