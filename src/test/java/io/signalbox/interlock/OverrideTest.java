package io.signalbox.interlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.signalbox.model.InputState;
import io.signalbox.profile.ApproverProfile;
import io.signalbox.profile.EnvironmentProfile;
import io.signalbox.profile.FreezeWindow;
import io.signalbox.profile.Profile;
import io.signalbox.rig.MutableClock;
import io.signalbox.rig.ProfileFixture;
import io.signalbox.rig.SnapshotFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverrideTest {
  private static final Instant NOW = MutableClock.START;
  private static final ApproverProfile ANA = new ApproverProfile("ana", "ssh-ed25519 AAAAana", "");
  private static final ApproverProfile BEN = new ApproverProfile("ben", "ssh-ed25519 AAAAben", "");
  private static final ApproverProfile TWIN =
      new ApproverProfile("twin", "ssh-ed25519 AAAAana other comment", "");
  private static final List<String> WAIVABLE =
      List.of("freshness", "busy", "deployment-in-flight", "freeze");

  /** A signature reads {@code name:hash}; the operator's own key is eve's. */
  private static final SignatureCheck SIGNATURES =
      new SignatureCheck() {
        @Override
        public Optional<ApproverProfile> signer(
            String planHash, String signature, List<ApproverProfile> approvers) {
          return approvers.stream()
              .filter(one -> signature.equals(one.name() + ":" + planHash))
              .findFirst();
        }

        @Override
        public boolean ownKey(ApproverProfile approver, String signature) {
          return approver.name().equals("eve");
        }
      };

  private static final Interlock INTERLOCK = new Interlock(() -> "01TEST", SIGNATURES);

  private static Profile profile(ProfileFixture fixture, ApproverProfile... approvers) {
    Profile plain = fixture.profile();
    EnvironmentProfile old = plain.environment();
    return new Profile(
        plain.file(),
        new EnvironmentProfile(
            old.name(),
            old.colour(),
            old.protectedEnvironment(),
            old.readOnly(),
            List.of(approvers)),
        plain.sources(),
        plain.ssh(),
        plain.signals(),
        plain.thresholds(),
        plain.hosts(),
        plain.runners(),
        plain.control(),
        plain.freeze(),
        plain.runbooks(),
        plain.deployment());
  }

  private static RuleEvidence evidence(Profile profile, SnapshotFixture world) {
    return evidence(profile, world, "SHA256:x", "loaded", false);
  }

  private static RuleEvidence evidence(
      Profile profile, SnapshotFixture world, @Nullable String key, String load, boolean locked) {
    return new RuleEvidence(
        NOW,
        profile,
        world.build(),
        new ReadOnlyState(locked, locked ? "locked" : "open"),
        List.of(new HostFacts("runner-a", key, load, "active", null, NOW)));
  }

  private static RuleEvidence busy(ApproverProfile... approvers) {
    return evidence(
        profile(ProfileFixture.open(null), approvers), SnapshotFixture.calm(NOW).busy());
  }

  private static Asking override(String... rules) {
    return Asking.overriding(
        List.of(rules).stream().map(rule -> new RuleOverride(rule, "it hangs")).toList());
  }

  private static Approval approval(Plan plan) {
    return new Approval(plan.hash(), plan.confirmText(), "because", "ana", NOW);
  }

  private static Second signed(String name, Plan plan) {
    return new Second.Signed(name + ":" + plan.hash());
  }

  private static String refusal(Plan plan, Approval approval, RuleEvidence evidence) {
    PlanRefusedException refused =
        catchThrowableOfType(
            PlanRefusedException.class, () -> INTERLOCK.permit(plan, approval, evidence));
    return refused == null ? "" : refused.getMessage();
  }

  @Test
  void anOverrideLiftsTheTierIsListedAndChangesTheHash() throws Exception {
    RuleEvidence evidence = busy();
    Plan refused = INTERLOCK.judge(RulesTest.draft(true), evidence);
    Plan plan = INTERLOCK.judge(RulesTest.draft(true), evidence, override("busy"));
    assertThat(refused.refused()).isTrue();
    assertThat(plan.refused()).isFalse();
    assertThat(plan.tier()).isEqualTo(Tier.TWO_PERSON);
    assertThat(plan.overrides()).containsExactly(new RuleOverride("busy", "it hangs"));
    assertThat(plan.hash()).isNotEqualTo(refused.hash());
    Plan otherReason =
        INTERLOCK.judge(
            RulesTest.draft(true),
            evidence,
            Asking.overriding(List.of(new RuleOverride("busy", "another"))));
    assertThat(otherReason.hash()).isNotEqualTo(plan.hash());
    assertThat(INTERLOCK.permit(plan, approval(plan), evidence).second()).isEmpty();
  }

  @Test
  void anOverrideOfARuleThatDoesNotRefuseCountsForNothing() {
    RuleEvidence calm = evidence(ProfileFixture.open(null).profile(), SnapshotFixture.calm(NOW));
    Plan plan = INTERLOCK.judge(RulesTest.draft(true), calm, override("busy", "freeze"));
    assertThat(plan.overrides()).isEmpty();
    assertThat(plan.tier()).isEqualTo(Tier.CARD);
  }

  @Test
  void aBlankReasonSetsNothingAside() {
    Asking blank = Asking.overriding(List.of(new RuleOverride("busy", "  ")));
    assertThat(INTERLOCK.judge(RulesTest.draft(true), busy(), blank).refused()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "identity,false",
    "freshness,true",
    "busy,true",
    "deployment-in-flight,true",
    "read-only,false",
    "freeze,true",
    "protected,false",
    "lock,false",
    "unknown-pending,false",
    "preview,false",
    "no-such-rule,false"
  })
  void onlySomeRulesCanBeSetAside(String rule, boolean waivable) {
    assertThat(Interlock.waivable(rule)).isEqualTo(waivable);
  }

  @Test
  void aChangedHostKeyALockedHostAndAReadOnlyProfileStayRefused() {
    Profile locked = ProfileFixture.open(null).closed(true, List.of()).profile();
    RuleEvidence evidence = evidence(locked, SnapshotFixture.calm(NOW), null, "", true);
    Plan plan =
        INTERLOCK.judge(
            RulesTest.draft(true), evidence, override("identity", "protected", "read-only"));
    assertThat(plan.overrides()).isEmpty();
    assertThat(plan.refusals().stream().map(Precondition::rule))
        .containsExactly("identity", "read-only", "protected");
  }

  @Test
  void aPlanThatClaimsAnOverrideItMayNotHaveGetsNoPermit() {
    Profile locked = ProfileFixture.open(null).closed(true, List.of()).profile();
    RuleEvidence evidence = evidence(locked, SnapshotFixture.calm(NOW));
    Plan judged = INTERLOCK.judge(RulesTest.draft(true), evidence);
    List<RuleOverride> claimed = List.of(new RuleOverride("protected", "please"));
    Plan forged =
        new Plan(
            judged.id(),
            judged.draft(),
            Tier.TWO_PERSON,
            judged.preconditions(),
            claimed,
            judged.createdAt(),
            judged.expiresAt(),
            PlanHash.of(
                judged.id(),
                judged.draft(),
                Tier.TWO_PERSON,
                judged.preconditions(),
                claimed,
                judged.expiresAt()));
    assertThat(forged.intact()).isTrue();
    assertThat(refusal(forged, approval(forged), evidence)).contains("cannot be overridden");
  }

  @Test
  void withApproversListedOneAloneGetsNoPermit() throws Exception {
    RuleEvidence evidence = busy(ANA, BEN);
    Plan plan = INTERLOCK.judge(RulesTest.draft(true), evidence, override("busy"));
    assertThat(plan.expiresAt()).isEqualTo(NOW.plus(Interlock.WITH_SECOND));
    assertThat(refusal(plan, approval(plan), evidence)).contains("a second person has to approve");
    Permit permit = INTERLOCK.permit(plan, approval(plan).with(signed("ben", plan)), evidence);
    assertThat(permit.second()).isEqualTo("approved by ben");
  }

  @Test
  void nobodyApprovesWhatTheyAskForThemselves() {
    ApproverProfile eve = new ApproverProfile("eve", "ssh-ed25519 AAAAeve", "");
    ApproverProfile loud = new ApproverProfile("ANA", "ssh-ed25519 AAAAloud", "");
    RuleEvidence evidence = busy(ANA, BEN, TWIN, eve, loud);
    Plan plan = INTERLOCK.judge(RulesTest.draft(true), evidence, override("busy"));
    for (String self : List.of("ana", "twin", "eve", "ANA")) {
      assertThat(refusal(plan, approval(plan).with(signed(self, plan)), evidence))
          .as(self)
          .contains("nobody approves what they ask for");
    }
  }

  @Test
  void aSignatureOverAnotherPlanOrOfAStrangerIsNoApproval() {
    RuleEvidence evidence = busy(ANA, BEN);
    Plan plan = INTERLOCK.judge(RulesTest.draft(true), evidence, override("busy"));
    Plan other =
        new Interlock(() -> "02OTHER", SIGNATURES)
            .judge(RulesTest.draft(true), evidence, override("busy"));
    for (Second wrong : List.of(signed("ben", other), signed("mallory", plan))) {
      assertThat(refusal(plan, approval(plan).with(wrong), evidence))
          .contains("not one of the approvers'");
    }
    Plan deaf =
        new Interlock(() -> "01TEST").judge(RulesTest.draft(true), evidence, override("busy"));
    assertThat(
            catchThrowableOfType(
                PlanRefusedException.class,
                () ->
                    new Interlock(() -> "01TEST")
                        .permit(deaf, approval(deaf).with(signed("ben", deaf)), evidence)))
        .isNotNull();
  }

  @Test
  void anApprovalAfterTheDeadlineIsNone() {
    RuleEvidence evidence = busy(ANA, BEN);
    Plan plan = INTERLOCK.judge(RulesTest.draft(true), evidence, override("busy"));
    RuleEvidence late =
        new RuleEvidence(
            NOW.plus(Interlock.WITH_SECOND).plusSeconds(1),
            evidence.profile(),
            SnapshotFixture.calm(NOW.plus(Interlock.WITH_SECOND)).busy().build(),
            evidence.lock(),
            evidence.hosts());
    assertThat(refusal(plan, approval(plan).with(signed("ben", plan)), late)).contains("expired");
  }

  @Test
  void theGlassIsBrokenByTheEnvironmentsNameOnly() throws Exception {
    RuleEvidence evidence = busy(ANA, BEN);
    Plan plan = INTERLOCK.judge(RulesTest.draft(true), evidence, override("busy"));
    assertThat(refusal(plan, approval(plan).with(new Second.BreakGlass("prod")), evidence))
        .contains("asks for the name production");
    assertThat(
            INTERLOCK
                .permit(plan, approval(plan).with(new Second.BreakGlass("production")), evidence)
                .second())
        .isEqualTo("break-glass");
  }

  @Test
  void aPlanApprovedBeforeIsTheSamePlanWhereTheSameWouldBeDone() {
    RuleEvidence evidence = busy(ANA, BEN);
    Plan first = INTERLOCK.judge(RulesTest.draft(true), evidence, override("busy"));
    Interlock later = new Interlock(() -> "02LATER", SIGNATURES);
    Plan again = later.judge(RulesTest.draft(true), evidence, new Asking(first.overrides(), first));
    assertThat(again.hash()).isEqualTo(first.hash());
    assertThat(again.id()).isEqualTo("01TEST");
    Plan other =
        later.judge(
            RulesTest.draft(true),
            busy(ANA, BEN),
            new Asking(List.of(new RuleOverride("busy", "another reason")), first));
    assertThat(other.id()).isEqualTo("02LATER");
    assertThat(other.hash()).isNotEqualTo(first.hash());
  }

  @Test
  void noPermitWhileARuleRefusesWithoutANamedAndPermittedOverride() throws Exception {
    Random random = new Random(20261124);
    int withOverride = 0;
    for (int i = 0; i < 4000; i++) {
      Profile profile = randomProfile(random);
      RuleEvidence then = random(random, profile);
      RuleEvidence now = random.nextBoolean() ? then : random(random, profile);
      Plan plan = INTERLOCK.judge(RulesTest.draft(true), then, randomAsking(random));
      Second second = randomSecond(random, plan);
      List<String> refusing =
          INTERLOCK.judge(RulesTest.draft(true), now).refusals().stream()
              .map(Precondition::rule)
              .toList();
      try {
        INTERLOCK.permit(plan, approval(plan).with(second), now);
      } catch (PlanRefusedException e) {
        assertThat(e.rule()).isNotBlank();
        continue;
      }
      assertThat(refusing).allMatch(plan::overrides).allMatch(WAIVABLE::contains);
      if (!plan.overrides().isEmpty()) {
        withOverride++;
        boolean valid =
            second.equals(signed("ben", plan))
                || second.equals(new Second.BreakGlass("production"));
        assertThat(valid || profile.environment().approvers().isEmpty()).isTrue();
      }
    }
    assertThat(withOverride).as("some overrides are permitted, or nothing is said").isPositive();
  }

  private static Profile randomProfile(Random random) {
    List<FreezeWindow> freeze =
        random.nextInt(6) == 0 ? List.of(new FreezeWindow(NOW, NOW.plusSeconds(9), "")) : List.of();
    ProfileFixture fixture = ProfileFixture.open(null).closed(random.nextInt(8) == 0, freeze);
    return random.nextBoolean() ? profile(fixture, ANA, BEN) : profile(fixture);
  }

  private static Asking randomAsking(Random random) {
    List<String> rules = new ArrayList<>();
    for (String rule :
        List.of("identity", "freshness", "busy", "freeze", "protected", "read-only")) {
      if (random.nextInt(3) == 0) {
        rules.add(rule);
      }
    }
    return override(rules.toArray(String[]::new));
  }

  private static Second randomSecond(Random random, Plan plan) {
    return switch (random.nextInt(5)) {
      case 0 -> signed("ben", plan);
      case 1 -> signed("ana", plan);
      case 2 -> new Second.BreakGlass("production");
      case 3 -> new Second.BreakGlass("staging");
      default -> Second.NOBODY;
    };
  }

  private static RuleEvidence random(Random random, Profile profile) {
    SnapshotFixture world = SnapshotFixture.calm(NOW);
    if (random.nextInt(3) == 0) {
      world.busy();
    }
    if (random.nextInt(5) == 0) {
      world.githubStale();
    }
    if (random.nextInt(4) == 0) {
      world.status(InputState.values()[random.nextInt(4)], 1.0, NOW);
    }
    String load = List.of("loaded", "loaded", "loaded", "not-found", "").get(random.nextInt(5));
    return evidence(
        profile, world, random.nextInt(6) == 0 ? null : "SHA256:x", load, random.nextInt(6) == 0);
  }
}
