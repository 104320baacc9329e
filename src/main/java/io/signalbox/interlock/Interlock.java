package io.signalbox.interlock;

import io.signalbox.profile.Profile;
import java.time.Duration;
import java.time.Instant;
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

  /** How long a plan may be confirmed that waits for a second person: the deadline of that. */
  public static final Duration WITH_SECOND = Duration.ofMinutes(30);

  private static final List<Rule> RULES =
      List.of(
          new IdentityRule(),
          new FreshnessRule(),
          new BusyRule(),
          new DeploymentRule(),
          new LockRule(),
          new IndependentHostRule(),
          new CandidateRule(),
          new PreFlightRule(),
          new PartialStateRule(),
          new PreviewRule(),
          new UnknownPendingRule(),
          new ReadOnlyRule(),
          new FreezeRule(),
          new ProtectedRule());

  private final Supplier<String> ids;
  private final Confirmation confirmation;

  /** With a supplier of ids that never repeat; takes no signature for a second person. */
  public Interlock(Supplier<String> ids) {
    this(ids, SignatureCheck.NONE);
  }

  /** With a supplier of ids that never repeat, and whoever knows the approvers' signatures. */
  public Interlock(Supplier<String> ids, SignatureCheck signatures) {
    this.ids = ids;
    this.confirmation = new Confirmation(signatures);
  }

  /** True when a refusal of this rule may be set aside by name, in the highest tier. */
  public static boolean waivable(String rule) {
    return RULES.stream().anyMatch(one -> one.id().equals(rule) && one.waivable());
  }

  /**
   * Whose signature over a plan this is; blocks.
   *
   * @throws PlanRefusedException where it is nobody's who may approve what this actor asks for
   */
  public String signer(Plan plan, String actor, String signature, Profile profile)
      throws PlanRefusedException {
    return confirmation.signer(plan, actor, profile, signature).name();
  }

  /** True when this plan waits for a second person, or a named break-glass in their place. */
  public static boolean needsSecond(Plan plan, Profile profile) {
    return needsSecond(plan.tier(), profile);
  }

  private static boolean needsSecond(Tier tier, Profile profile) {
    return tier == Tier.TWO_PERSON && !profile.environment().approvers().isEmpty();
  }

  /** Judges a draft: the plan may hold refusals, and then gets no permit. */
  public Plan judge(PlanDraft draft, RuleEvidence evidence) {
    return judge(draft, evidence, Asking.PLAIN);
  }

  /** Judges a draft with what else was asked: rules to set aside, a plan approved already. */
  public Plan judge(PlanDraft draft, RuleEvidence evidence, Asking asking) {
    List<Precondition> rulings = rulings(draft, evidence);
    List<RuleOverride> overrides = counting(asking.overrides(), rulings);
    Tier tier = tier(draft, rulings, overrides, evidence);
    Instant now = evidence.now();
    Plan approved = asking.approved();
    if (approved != null && now.isBefore(approved.expiresAt())) {
      String hash =
          PlanHash.of(approved.id(), draft, tier, rulings, overrides, approved.expiresAt());
      if (hash.equals(approved.hash())) {
        return new Plan(
            approved.id(), draft, tier, rulings, overrides, now, approved.expiresAt(), hash);
      }
    }
    String id = ids.get();
    Instant expiresAt = now.plus(needsSecond(tier, evidence.profile()) ? WITH_SECOND : VALID);
    String hash = PlanHash.of(id, draft, tier, rulings, overrides, expiresAt);
    return new Plan(id, draft, tier, rulings, overrides, now, expiresAt, hash);
  }

  /** Only what refuses can be set aside, once, and only what may be. */
  private static List<RuleOverride> counting(List<RuleOverride> asked, List<Precondition> rulings) {
    return rulings.stream()
        .filter(Precondition::refuses)
        .filter(one -> waivable(one.rule()))
        .flatMap(
            one ->
                asked.stream()
                    .filter(each -> each.rule().equals(one.rule()) && !each.reason().isBlank())
                    .limit(1))
        .toList();
  }

  private static List<Precondition> rulings(PlanDraft draft, RuleEvidence evidence) {
    return RULES.stream()
        .filter(rule -> rule.judges(draft))
        .map(rule -> rule.judge(draft, evidence))
        .toList();
  }

  private static Tier tier(
      PlanDraft draft,
      List<Precondition> rulings,
      List<RuleOverride> overrides,
      RuleEvidence evidence) {
    if (!overrides.isEmpty()) {
      return Tier.TWO_PERSON;
    }
    if (!draft.mutating()) {
      return Tier.OBSERVE;
    }
    boolean warned = rulings.stream().anyMatch(one -> one.ruling() == Ruling.WARN);
    boolean several = draft.targets().size() > 1;
    boolean production = evidence.profile().environment().protectedEnvironment();
    Tier found = production || warned || several ? Tier.TYPED : Tier.CARD;
    return found.compareTo(draft.least()) < 0 ? draft.least() : found;
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
    Optional<PlanRefusedException> refusal = refusals(plan, evidence).stream().findFirst();
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    return new Permit(plan.hash(), confirmation.check(plan, approval, evidence.profile()));
  }

  /**
   * Whether a plan holds at this time.
   *
   * @throws PlanRefusedException once its deadline has passed
   */
  public static void holds(Plan plan, Instant now) throws PlanRefusedException {
    if (now.isAfter(plan.expiresAt())) {
      throw new PlanRefusedException(
          "expiry", "expiry: the plan expired at " + plan.expiresAt() + "; propose it anew");
    }
  }

  private static List<PlanRefusedException> refusals(Plan plan, RuleEvidence evidence) {
    List<PlanRefusedException> found = new ArrayList<>();
    if (!plan.intact()) {
      found.add(new PlanRefusedException("hash", "hash: the plan is not the one that was judged"));
    }
    List<Precondition> now = rulings(plan.draft(), evidence);
    refused(plan, plan.preconditions(), found);
    refused(plan, now, found);
    for (RuleOverride override : plan.overrides()) {
      if (!waivable(override.rule()) || override.reason().isBlank()) {
        found.add(
            new PlanRefusedException(
                override.rule(),
                override.rule() + ": cannot be overridden, or not without a reason"));
      }
    }
    try {
      holds(plan, evidence.now());
    } catch (PlanRefusedException expired) {
      found.add(expired);
    }
    if (!plan.overrides().isEmpty() && plan.tier() != Tier.TWO_PERSON) {
      found.add(new PlanRefusedException("hash", "hash: an override asks for the highest tier"));
    }
    if (tier(plan.draft(), now, plan.overrides(), evidence).compareTo(plan.tier()) > 0) {
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

  private static void refused(
      Plan plan, List<Precondition> rulings, List<PlanRefusedException> found) {
    rulings.stream()
        .filter(Precondition::refuses)
        .filter(one -> !plan.overrides(one.rule()))
        .filter(one -> found.stream().noneMatch(known -> known.rule().equals(one.rule())))
        .forEach(
            one ->
                found.add(
                    new PlanRefusedException(one.rule(), one.rule() + ": " + one.observed())));
  }
}
