package io.signalbox.interlock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Judges drafts by named rules and is the only one that gives permits. Asks no source: it knows
 * what it is shown. Safe on every thread.
 */
public final class Interlock {
  /** How long a plan may be confirmed. */
  public static final Duration VALID = Duration.ofMinutes(2);

  private static final List<Rule> RULES =
      List.of(
          new IdentityRule(),
          new FreshnessRule(),
          new BusyRule(),
          new DeploymentRule(),
          new LockRule(),
          new UnknownPendingRule(),
          new ReadOnlyRule(),
          new FreezeRule(),
          new ProtectedRule());

  private final Supplier<String> ids;

  /** With a supplier of ids that never repeat. */
  public Interlock(Supplier<String> ids) {
    this.ids = ids;
  }

  /** Judges a draft: the plan may hold refusals, and then gets no permit. */
  public Plan judge(PlanDraft draft, RuleEvidence evidence) {
    List<Precondition> rulings = rulings(draft, evidence);
    Tier tier = tier(draft, rulings, evidence);
    String id = ids.get();
    var expiresAt = evidence.now().plus(VALID);
    return new Plan(
        id,
        draft,
        tier,
        rulings,
        evidence.now(),
        expiresAt,
        PlanHash.of(id, draft, tier, rulings, expiresAt));
  }

  private static List<Precondition> rulings(PlanDraft draft, RuleEvidence evidence) {
    return RULES.stream()
        .filter(rule -> rule.judges(draft))
        .map(rule -> rule.judge(draft, evidence))
        .toList();
  }

  private static Tier tier(PlanDraft draft, List<Precondition> rulings, RuleEvidence evidence) {
    if (!draft.mutating()) {
      return Tier.OBSERVE;
    }
    boolean warned = rulings.stream().anyMatch(one -> one.ruling() == Ruling.WARN);
    boolean several = draft.targets().size() > 1;
    boolean production = evidence.profile().environment().protectedEnvironment();
    return production || warned || several ? Tier.TYPED : Tier.CARD;
  }

  /** Why a plan no longer holds on this evidence, worst first; empty while it does. */
  public List<String> objections(Plan plan, RuleEvidence evidence) {
    return refusals(plan, evidence).stream().map(PlanRefusedException::getMessage).toList();
  }

  /**
   * Judges again and gives the permit.
   *
   * @param evidence as it is now
   * @throws PlanRefusedException naming the rule, when anything does not hold
   */
  public Permit permit(Plan plan, Approval approval, RuleEvidence evidence)
      throws PlanRefusedException {
    Optional<PlanRefusedException> refusal =
        refusals(plan, evidence).stream().findFirst().or(() -> unconfirmed(plan, approval));
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    return new Permit(plan.hash());
  }

  private static List<PlanRefusedException> refusals(Plan plan, RuleEvidence evidence) {
    List<PlanRefusedException> found = new ArrayList<>();
    if (!plan.hash().equals(hash(plan))) {
      found.add(new PlanRefusedException("hash", "hash: the plan is not the one that was judged"));
    }
    List<Precondition> now = rulings(plan.draft(), evidence);
    refused(plan.preconditions(), found);
    refused(now, found);
    if (evidence.now().isAfter(plan.expiresAt())) {
      found.add(
          new PlanRefusedException(
              "expiry", "expiry: the plan expired at " + plan.expiresAt() + "; propose it anew"));
    }
    if (tier(plan.draft(), now, evidence).compareTo(plan.tier()) > 0) {
      now.stream()
          .filter(one -> one.ruling() == Ruling.WARN)
          .findFirst()
          .ifPresent(
              one ->
                  found.add(
                      new PlanRefusedException(
                          one.rule(),
                          one.rule()
                              + ": "
                              + one.observed()
                              + "; this was not so when the plan was made, look at it anew")));
    }
    return found;
  }

  private static void refused(List<Precondition> rulings, List<PlanRefusedException> found) {
    rulings.stream()
        .filter(Precondition::refuses)
        .filter(one -> found.stream().noneMatch(known -> known.rule().equals(one.rule())))
        .forEach(
            one ->
                found.add(
                    new PlanRefusedException(one.rule(), one.rule() + ": " + one.observed())));
  }

  private static String hash(Plan plan) {
    return PlanHash.of(
        plan.id(), plan.draft(), plan.tier(), plan.preconditions(), plan.expiresAt());
  }

  private static Optional<PlanRefusedException> unconfirmed(Plan plan, Approval approval) {
    if (!plan.draft().mutating()) {
      return Optional.empty();
    }
    if (!approval.planHash().equals(plan.hash())) {
      return Optional.of(
          new PlanRefusedException("hash", "hash: what was approved is another plan"));
    }
    if (plan.tier().typed() && !approval.typed().equals(plan.confirmText())) {
      return Optional.of(
          new PlanRefusedException(
              "confirm", "confirm: the text typed is not " + plan.confirmText()));
    }
    if (plan.tier().typed() && approval.reason().isBlank()) {
      return Optional.of(new PlanRefusedException("confirm", "confirm: a reason is needed"));
    }
    return Optional.empty();
  }
}
