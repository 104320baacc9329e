package io.signalbox.interlock;

import io.signalbox.profile.FreezeWindow;
import java.time.Instant;

/** Nothing is changed within a freeze window of the profile; its end is not part of it. */
final class FreezeRule implements Rule {
  @Override
  public String id() {
    return "freeze";
  }

  /** Waivable: an outage in a freeze has to be ended. */
  @Override
  public boolean waivable() {
    return true;
  }

  @Override
  public boolean judgesAborts() {
    return false;
  }

  @Override
  public Precondition judge(PlanDraft draft, RuleEvidence evidence) {
    return evidence.profile().freeze().stream()
        .filter(window -> holds(window, evidence.now()))
        .findFirst()
        .map(
            window ->
                says(
                    Ruling.REFUSE,
                    "frozen until "
                        + window.to()
                        + (window.reason().isEmpty() ? "" : ": " + window.reason()),
                    null))
        .orElseGet(() -> says(Ruling.PASS, "no freeze window now", null));
  }

  private static boolean holds(FreezeWindow window, Instant now) {
    return !now.isBefore(window.from()) && now.isBefore(window.to());
  }
}
