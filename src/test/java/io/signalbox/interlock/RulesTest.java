package io.signalbox.interlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.signalbox.model.Deployment;
import io.signalbox.model.InputState;
import io.signalbox.model.Job;
import io.signalbox.model.WorkflowRun;
import io.signalbox.profile.FreezeWindow;
import io.signalbox.rig.MutableClock;
import io.signalbox.rig.ProfileFixture;
import io.signalbox.rig.SnapshotFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {
  private static final Instant NOW = MutableClock.START;
  private static final Interlock INTERLOCK = new Interlock(() -> "01TEST");
  private static final Target TARGET =
      new Target(
          "production", "shop-runner-a", "runner-a", "ops@192.0.2.51:22", ProfileFixture.UNIT);

  static PlanDraft draft(boolean mutating) {
    return new PlanDraft(
        "restart-service",
        "Restarts.",
        "Restart 1 service",
        mutating,
        List.of(TARGET),
        List.of(new RemoteCommand("runner-a", List.of("systemctl", "restart", TARGET.service()))),
        "back",
        "cannot",
        "none");
  }

  private static HostFacts facts(
      @Nullable String key, @Nullable String load, @Nullable String why) {
    return new HostFacts("runner-a", key, load, "active", why, NOW);
  }

  private static RuleEvidence evidence(ProfileFixture profile, SnapshotFixture world) {
    return evidence(profile, world, facts("SHA256:x", "loaded", null), false);
  }

  private static RuleEvidence evidence(
      ProfileFixture profile, SnapshotFixture world, HostFacts facts, boolean locked) {
    return new RuleEvidence(
        NOW,
        profile.profile(),
        world.build(),
        new ReadOnlyState(locked, locked ? "locked" : "open"),
        List.of(facts));
  }

  private static ProfileFixture open() {
    return ProfileFixture.open(null);
  }

  private static SnapshotFixture calm() {
    return SnapshotFixture.calm(NOW);
  }

  private static Deployment deployment(String state, String url) {
    return new Deployment(
        1, "acme/shop", "production", "v1", "abc", state, NOW, NOW, null, url, "ana");
  }

  private static WorkflowRun run(long id, String status, @Nullable String runner) {
    Job job =
        new Job(
            1,
            id,
            "Deploy to production",
            runner == null ? "queued" : "in_progress",
            null,
            NOW,
            NOW,
            null,
            runner,
            List.of("production"),
            List.of(),
            "");
    return new WorkflowRun(
        id,
        "acme/shop",
        "Deploy",
        ".github/workflows/deploy.yml",
        5,
        1,
        "push",
        "t",
        "main",
        "abc",
        status,
        null,
        "ana",
        NOW,
        NOW,
        NOW,
        "",
        List.of(job),
        true);
  }

  static Stream<Arguments> table() {
    FreezeWindow now = new FreezeWindow(NOW, NOW.plusSeconds(60), "holidays");
    FreezeWindow past = new FreezeWindow(NOW.minusSeconds(60), NOW, "holidays");
    String url = "https://github.com/acme/shop/actions/runs/9";
    return Stream.of(
        row("identity", Ruling.PASS, evidence(open(), calm())),
        row("identity", Ruling.REFUSE, facts(null, null, "the host key has CHANGED")),
        row("identity", Ruling.REFUSE, facts("SHA256:x", "not-found", null)),
        row("identity", Ruling.REFUSE, facts("SHA256:x", "masked", null)),
        row("identity", Ruling.WARN, facts("SHA256:x", null, "no answer")),
        row("freshness", Ruling.PASS, evidence(open(), calm())),
        row("freshness", Ruling.REFUSE, evidence(open(), calm().githubStale())),
        row("freshness", Ruling.REFUSE, evidence(open(), calm().githubFailed("401"))),
        row("freshness", Ruling.REFUSE, evidence(open(), calm().unlisted())),
        row(
            "freshness",
            Ruling.REFUSE,
            evidence(open(), SnapshotFixture.calm(NOW.minus(Duration.ofMinutes(3))))),
        row("freshness", Ruling.WARN, evidence(open(), status(InputState.STALE))),
        row("freshness", Ruling.WARN, evidence(open(), status(InputState.UNKNOWN))),
        row("freshness", Ruling.PASS, evidence(open(), status(InputState.NOT_MEASURED))),
        row(
            "freshness",
            Ruling.PASS,
            evidence(open().sources(false, false), calm().withoutGithub())),
        row("busy", Ruling.PASS, evidence(open(), calm())),
        row("busy", Ruling.REFUSE, evidence(open(), calm().busy())),
        row("busy", Ruling.WARN, evidence(open(), calm().githubStale())),
        row("busy", Ruling.WARN, evidence(open().sources(false, true), calm().withoutGithub())),
        row("deployment-in-flight", Ruling.PASS, evidence(open(), calm())),
        row(
            "deployment-in-flight",
            Ruling.REFUSE,
            evidence(open(), calm().runs(run(9, "in_progress", "shop-runner-a")))),
        row(
            "deployment-in-flight",
            Ruling.REFUSE,
            evidence(
                open(),
                calm()
                    .runs(run(9, "in_progress", "shop-runner-a"))
                    .deployments(deployment("in_progress", url)))),
        row(
            "deployment-in-flight",
            Ruling.WARN,
            evidence(
                open(),
                calm()
                    .offline()
                    .runs(run(9, "queued", null))
                    .deployments(deployment("queued", url)))),
        row(
            "deployment-in-flight",
            Ruling.WARN,
            evidence(open(), calm().runs(run(9, "in_progress", "shop-runner-b")))),
        row(
            "deployment-in-flight",
            Ruling.PASS,
            evidence(open(), calm().deployments(deployment("success", url)))),
        row("deployment-in-flight", Ruling.WARN, evidence(open(), calm().githubStale())),
        row("read-only", Ruling.PASS, evidence(open(), calm())),
        row(
            "read-only",
            Ruling.REFUSE,
            evidence(open(), calm(), facts("SHA256:x", "loaded", null), true)),
        row("freeze", Ruling.PASS, evidence(open().closed(false, List.of(past)), calm())),
        row("freeze", Ruling.REFUSE, evidence(open().closed(false, List.of(now)), calm())),
        row("protected", Ruling.PASS, evidence(open(), calm())),
        row("protected", Ruling.REFUSE, evidence(open().closed(true, List.of()), calm())));
  }

  private static SnapshotFixture status(InputState state) {
    return calm().status(state, null, null);
  }

  private static Arguments row(String rule, Ruling ruling, HostFacts facts) {
    return row(rule, ruling, evidence(open(), calm(), facts, false));
  }

  private static Arguments row(String rule, Ruling ruling, RuleEvidence evidence) {
    return Arguments.of(rule, ruling, evidence);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("table")
  void eachRuleRulesOnWhatItSees(String rule, Ruling ruling, RuleEvidence evidence)
      throws Exception {
    Plan plan = INTERLOCK.judge(draft(true), evidence);
    Precondition found =
        plan.preconditions().stream()
            .filter(one -> one.rule().equals(rule))
            .findFirst()
            .orElseThrow();
    assertThat(found.ruling()).as(found.observed()).isEqualTo(ruling);
    assertThat(found.observed()).isNotBlank();
    if (ruling == Ruling.REFUSE) {
      assertThatThrownBy(() -> INTERLOCK.permit(plan, approval(plan), evidence))
          .isInstanceOf(PlanRefusedException.class);
    }
  }

  private static Approval approval(Plan plan) {
    return new Approval(plan.hash(), plan.confirmText(), "because", "ana", NOW);
  }

  @Test
  void theTierFollowsFromImpact() {
    assertThat(INTERLOCK.judge(draft(true), evidence(open(), calm())).tier()).isEqualTo(Tier.CARD);
    assertThat(
            INTERLOCK.judge(draft(true), evidence(open().environment(true, false), calm())).tier())
        .isEqualTo(Tier.TYPED);
    assertThat(INTERLOCK.judge(draft(true), evidence(open(), status(InputState.STALE))).tier())
        .isEqualTo(Tier.TYPED);
    Plan read = INTERLOCK.judge(draft(false), evidence(open(), calm().busy()));
    assertThat(read.tier()).isEqualTo(Tier.OBSERVE);
    assertThat(read.refused()).isFalse();
  }

  @Test
  void whatTurnedBadSinceThePlanGivesNoPermit() {
    Plan plan = INTERLOCK.judge(draft(true), evidence(open(), calm()));
    RuleEvidence now = evidence(open(), calm().busy());
    PlanRefusedException refusal =
        catchThrowableOfType(
            PlanRefusedException.class, () -> INTERLOCK.permit(plan, approval(plan), now));
    assertThat(refusal.rule()).isEqualTo("busy");
    assertThat(INTERLOCK.objections(plan, now)).anyMatch(text -> text.startsWith("busy: "));
  }

  @Test
  void aWarningThatIsNewAsksForMoreThanWasGiven() {
    Plan plan = INTERLOCK.judge(draft(true), evidence(open(), calm()));
    PlanRefusedException refusal =
        catchThrowableOfType(
            PlanRefusedException.class,
            () ->
                INTERLOCK.permit(plan, approval(plan), evidence(open(), status(InputState.STALE))));
    assertThat(refusal.rule()).isEqualTo("freshness");
  }

  @Test
  void anAlteredPlanHasAnotherHash() {
    RuleEvidence evidence = evidence(open(), calm());
    Plan plan = INTERLOCK.judge(draft(true), evidence);
    PlanDraft other =
        new PlanDraft(
            plan.draft().verb(),
            plan.draft().consequence(),
            plan.draft().button(),
            true,
            plan.draft().targets(),
            List.of(new RemoteCommand("runner-a", List.of("reboot"))),
            plan.draft().prediction(),
            plan.draft().abort(),
            plan.draft().undo());
    Plan altered =
        new Plan(
            plan.id(),
            other,
            plan.tier(),
            plan.preconditions(),
            plan.overrides(),
            plan.createdAt(),
            plan.expiresAt(),
            plan.hash());
    PlanRefusedException refusal =
        catchThrowableOfType(
            PlanRefusedException.class,
            () -> INTERLOCK.permit(altered, approval(altered), evidence));
    assertThat(refusal.rule()).isEqualTo("hash");
  }

  @Test
  void wordsThatMoveBetweenFieldsChangeTheHash() {
    Plan plan = INTERLOCK.judge(draft(true), evidence(open(), calm()));
    String one = PlanHash.of("a", draft(true), Tier.CARD, List.of(), List.of(), NOW);
    String other = PlanHash.of("ar", draft(true), Tier.CARD, List.of(), List.of(), NOW);
    assertThat(one).hasSize(64).isNotEqualTo(other).isNotEqualTo(plan.hash());
  }

  @Test
  void thereIsNoPermitWhileAnyRuleRefuses() throws Exception {
    Random random = new Random(20260105);
    int permits = 0;
    for (int i = 0; i < 3000; i++) {
      RuleEvidence then = random(random);
      RuleEvidence now = random(random);
      Plan plan = INTERLOCK.judge(draft(true), then);
      boolean refused = plan.refused() || INTERLOCK.judge(draft(true), now).refused();
      try {
        INTERLOCK.permit(plan, approval(plan), now);
        permits++;
        assertThat(refused).isFalse();
      } catch (PlanRefusedException e) {
        assertThat(e.rule()).isNotBlank();
      }
    }
    assertThat(permits).as("some are permitted, or the test says nothing").isPositive();
  }

  private static RuleEvidence random(Random random) {
    SnapshotFixture world = calm();
    if (random.nextInt(5) == 0) {
      world.busy();
    }
    if (random.nextInt(5) == 0) {
      world.githubStale();
    }
    if (random.nextInt(5) == 0) {
      world.runs(run(9, "in_progress", random.nextBoolean() ? "shop-runner-a" : null));
    }
    if (random.nextInt(4) == 0) {
      world.status(InputState.values()[random.nextInt(4)], 1.0, NOW);
    }
    List<FreezeWindow> freeze =
        random.nextInt(6) == 0 ? List.of(new FreezeWindow(NOW, NOW.plusSeconds(9), "")) : List.of();
    String load = List.of("loaded", "loaded", "loaded", "not-found", "").get(random.nextInt(5));
    return evidence(
        open().closed(random.nextInt(6) == 0, freeze),
        world,
        facts(random.nextInt(6) == 0 ? null : "SHA256:x", load, null),
        random.nextInt(5) == 0);
  }

  @Test
  void aPermitIsUsedOnceAndForItsPlanOnly() throws Exception {
    RuleEvidence evidence = evidence(open(), calm());
    Plan plan = INTERLOCK.judge(draft(true), evidence);
    Plan other = new Interlock(() -> "02OTHER").judge(draft(true), evidence);
    Permit permit = INTERLOCK.permit(plan, approval(plan), evidence);
    assertThatThrownBy(() -> permit.use(other)).hasMessageContaining("another plan");
    permit.use(plan);
    assertThatThrownBy(() -> permit.use(plan)).hasMessageContaining("used already");
  }
}
