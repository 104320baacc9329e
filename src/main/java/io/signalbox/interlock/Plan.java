package io.signalbox.interlock;

import java.time.Instant;
import java.util.List;

/**
 * A judged plan: frozen targets and commands, the rulings over it, and the hash that a permit is
 * bound to. The hash covers id, draft, tier, rules with their rulings, overrides, and expiry.
 *
 * @param overrides the refusing rules that were set aside, each one that a precondition names
 */
public record Plan(
    String id,
    PlanDraft draft,
    Tier tier,
    List<Precondition> preconditions,
    List<RuleOverride> overrides,
    Instant createdAt,
    Instant expiresAt,
    String hash) {
  /** Copies the lists. */
  public Plan {
    preconditions = List.copyOf(preconditions);
    overrides = List.copyOf(overrides);
  }

  /**
   * The hash of what would be done: the draft and its tier, without id, times and rulings. Two
   * plans of the same thing have the same one, so a plan that was read can be asked for again; a
   * permit is bound to {@link #hash} all the same, and the rules are judged anew.
   */
  public String contentHash() {
    return PlanHash.ofContent(draft, tier);
  }

  /** True when at least one rule refuses and is not set aside. */
  public boolean refused() {
    return !refusals().isEmpty();
  }

  /** The refusing rules that are not set aside. */
  public List<Precondition> refusals() {
    return preconditions.stream()
        .filter(Precondition::refuses)
        .filter(one -> !overrides(one.rule()))
        .toList();
  }

  /** True when this rule was set aside. */
  public boolean overrides(String rule) {
    return overrides.stream().anyMatch(one -> one.rule().equals(rule));
  }

  /** True when the hash is that of what this plan says: nothing in it was altered. */
  public boolean intact() {
    return hash.equals(PlanHash.of(id, draft, tier, preconditions, overrides, expiresAt));
  }

  /** The text to type, the first target's path; empty for a plan without a target. */
  public String confirmText() {
    return draft.targets().isEmpty() ? "" : draft.targets().getFirst().path();
  }
}
