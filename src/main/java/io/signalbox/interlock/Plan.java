package io.signalbox.interlock;

import java.time.Instant;
import java.util.List;

/**
 * A judged plan: frozen targets and commands, the rulings over it, and the hash that a permit is
 * bound to. The hash covers id, draft, tier, rules with their rulings, and expiry.
 */
public record Plan(
    String id,
    PlanDraft draft,
    Tier tier,
    List<Precondition> preconditions,
    Instant createdAt,
    Instant expiresAt,
    String hash) {
  /**
   * The hash of what would be done: the draft and its tier, without id, times and rulings. Two
   * plans of the same thing have the same one, so a plan that was read can be asked for again; a
   * permit is bound to {@link #hash} all the same, and the rules are judged anew.
   */
  public String contentHash() {
    return PlanHash.ofContent(draft, tier);
  }

  /** True when at least one rule refuses. */
  public boolean refused() {
    return preconditions.stream().anyMatch(Precondition::refuses);
  }

  /** The text to type, the first target's path; empty for a plan without a target. */
  public String confirmText() {
    return draft.targets().isEmpty() ? "" : draft.targets().getFirst().path();
  }
}
