package io.signalbox.interlock;

import io.signalbox.profile.HostProfile;

/** A host that the profile locks is changed by nobody, whatever is confirmed. */
final class ProtectedRule extends TargetRule {
  @Override
  public String id() {
    return "protected";
  }

  @Override
  Precondition judge(PlanDraft draft, Target target, RuleEvidence evidence) {
    boolean locked = evidence.profile().host(target.host()).map(HostProfile::locked).orElse(false);
    return locked
        ? says(Ruling.REFUSE, target.host() + " is locked in the profile (hosts[].locked)", null)
        : says(Ruling.PASS, target.host() + " is not locked", null);
  }
}
