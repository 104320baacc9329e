package io.signalbox.interlock;

import java.time.Duration;

/** Nothing is deployed over a half-done deployment that nobody says they know of. */
final class PartialStateRule implements Rule {
  @Override
  public String id() {
    return "partial-state";
  }

  @Override
  public boolean judges(PlanDraft draft) {
    return draft.mutating() && draft.aboutVersion();
  }

  @Override
  public Precondition judge(PlanDraft draft, RuleEvidence evidence) {
    Grounds.Remains found = evidence.standing().grounds().remains();
    if (found == null) {
      return says(Ruling.WARN, "whether a deployment is half done was not read", null);
    }
    Duration age = Words.between(found.at(), evidence.now());
    if (!found.partial()) {
      return says(Ruling.PASS, found.words(), age);
    }
    return found.acknowledged().isBlank()
        ? says(
            Ruling.REFUSE,
            "PARTIAL STATE: " + found.words() + "; look at it, then say what you know of it",
            age)
        : says(
            Ruling.WARN,
            "PARTIAL STATE, acknowledged with `" + found.acknowledged() + "`: " + found.words(),
            age);
  }
}
