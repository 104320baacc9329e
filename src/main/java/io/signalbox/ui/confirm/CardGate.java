package io.signalbox.ui.confirm;

import io.signalbox.interlock.Plan;
import io.signalbox.interlock.Precondition;
import io.signalbox.ui.kit.Ages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a plan's button may be pressed, and if not, why, in words for the operator. Pure; the
 * desk and the interlock decide again for themselves.
 *
 * @param secondMissing what is missing of the second person, empty where nothing is
 * @param objections why the plan no longer holds, empty while it does
 */
record CardGate(
    Plan plan,
    String typed,
    String reason,
    Optional<String> secondMissing,
    List<String> objections,
    Instant now) {
  /** Why not; empty when it may. */
  Optional<String> whyNot() {
    Optional<Precondition> refusing = plan.refusals().stream().findFirst();
    if (refusing.isPresent()) {
      return Optional.of("Refused by: " + RuleWords.name(refusing.get().rule()));
    }
    if (invalid()) {
      return Optional.of("This plan no longer holds: plan again");
    }
    if (plan.tier().typed()) {
      if (!typed.equals(plan.confirmText())) {
        return Optional.of("Type " + plan.confirmText() + " to go on");
      }
      if (reason.isBlank()) {
        return Optional.of("Give a reason to go on");
      }
    }
    return secondMissing;
  }

  /** True when nothing typed can make it good again. */
  boolean invalid() {
    return expired() || !objections.isEmpty();
  }

  boolean expired() {
    return !now.isBefore(plan.expiresAt());
  }

  /** How long it still holds, in words. */
  String expiry() {
    return expired()
        ? "expired " + Ages.since(plan.expiresAt(), now) + " ago"
        : "holds for " + Ages.exact(Duration.between(now, plan.expiresAt()));
  }
}
