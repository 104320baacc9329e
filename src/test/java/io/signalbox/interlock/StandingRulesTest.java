package io.signalbox.interlock;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.rig.ProfileFixture;
import io.signalbox.rig.SnapshotFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What others have begun, and a target that is a whole machine. */
class StandingRulesTest {
  private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
  private static final Target HOST =
      new Target("production", "runner-a", "runner-a", "ops@192.0.2.51:22", "");

  private static PlanDraft draft(String verb) {
    return new PlanDraft(
        verb,
        "Runs.",
        "Run",
        true,
        List.of(HOST),
        List.of(new RemoteCommand("runner-a", List.of("true"))),
        "",
        "",
        "");
  }

  private static Plan judge(String verb, SnapshotFixture world, Standing standing) {
    RuleEvidence evidence =
        new RuleEvidence(
            NOW,
            ProfileFixture.open(null).profile(),
            world.build(),
            new ReadOnlyState(false, "open"),
            List.of(new HostFacts("runner-a", "SHA256:x", null, null, null, NOW)),
            standing);
    return new Interlock(() -> "01TEST").judge(draft(verb), evidence);
  }

  private static List<String> refusing(Plan plan) {
    return plan.preconditions().stream()
        .filter(Precondition::refuses)
        .map(Precondition::rule)
        .toList();
  }

  private static Standing held() {
    return new Standing(
        List.of(), new LockFacts(true, "held by ben on desk since 03:12", NOW.minusSeconds(3)));
  }

  private static Standing pending(String target, List<String> hosts, boolean unknown) {
    Pending one =
        new Pending("01OLD", "run-command", target, hosts, NOW.minusSeconds(600), unknown);
    return new Standing(List.of(one), new LockFacts(false, "free", NOW));
  }

  @Test
  void aHeldLockRefusesInItsHoldersWordsAndWithItsAge() {
    Plan plan = judge("run-command", SnapshotFixture.calm(NOW), held());
    assertThat(refusing(plan)).containsExactly("lock");
    Precondition lock =
        plan.preconditions().stream().filter(Precondition::refuses).findFirst().orElseThrow();
    assertThat(lock.observed()).isEqualTo("held by ben on desk since 03:12");
    assertThat(lock.age()).isEqualTo(Duration.ofSeconds(3));
    assertThat(refusing(judge("run-command", SnapshotFixture.calm(NOW), Standing.NOTHING)))
        .isEmpty();
  }

  @Test
  void anOutcomeNobodyKnowsBlocksItsMachineAndNoOther() {
    SnapshotFixture calm = SnapshotFixture.calm(NOW);
    for (boolean unknown : List.of(true, false)) {
      Standing same = pending("production/runner-a", List.of("runner-a"), unknown);
      Standing runnerThere = pending("production/shop-runner-a", List.of("runner-a"), unknown);
      Standing elsewhere = pending("production/runner-b", List.of("runner-b"), unknown);
      assertThat(refusing(judge("run-command", calm, same))).containsExactly("unknown-pending");
      assertThat(refusing(judge("run-command", calm, runnerThere)))
          .containsExactly("unknown-pending");
      assertThat(refusing(judge("run-command", calm, elsewhere))).isEmpty();
    }
  }

  @Test
  void anOutcomeNobodyKnowsBlocksEachOfItsTargets() {
    Pending move = move(true, "shop-runner-b", "runner-a");
    Standing standing = new Standing(List.of(move), new LockFacts(false, "free", NOW));
    assertThat(refusing(judge("run-command", SnapshotFixture.calm(NOW), standing)))
        .containsExactly("unknown-pending");
  }

  @Test
  void aBusyRunnerOnTheMachineSpeaksAgainstBeginningButNotAgainstEnding() {
    SnapshotFixture busy = SnapshotFixture.calm(NOW).busy();
    assertThat(refusing(judge("run-command", busy, Standing.NOTHING))).containsExactly("busy");
    assertThat(refusing(judge(PlanDraft.ABORT, busy, held()))).isEmpty();
    assertThat(refusing(judge(PlanDraft.BREAK_LOCK, busy, held()))).isEmpty();
  }

  @Test
  void theContentHashTellsWhatWouldBeDoneAndNothingElse() {
    SnapshotFixture calm = SnapshotFixture.calm(NOW);
    Plan one = judge("run-command", calm, Standing.NOTHING);
    Plan refused = judge("run-command", calm, held());
    assertThat(refused.contentHash()).isEqualTo(one.contentHash());
    assertThat(refused.hash()).isNotEqualTo(one.hash());
    assertThat(judge(PlanDraft.ABORT, calm, Standing.NOTHING).contentHash())
        .isNotEqualTo(one.contentHash());
  }

  private static Plan moved(SnapshotFixture world, Pending open, String... runners) {
    List<Target> targets =
        java.util.stream.Stream.of(runners)
            .map(name -> Target.onGithub("production", name, "acme/shop", name.hashCode()))
            .toList();
    PlanDraft draft =
        new PlanDraft("failover", "", "Fail over", true, targets, List.of(), "", "", "");
    RuleEvidence evidence =
        new RuleEvidence(
            NOW,
            ProfileFixture.open(null).profile(),
            world.build(),
            new ReadOnlyState(false, "open"),
            List.of(),
            new Standing(List.of(open), new LockFacts(false, "free", NOW)));
    return new Interlock(() -> "01TEST").judge(draft, evidence);
  }

  private static Pending move(boolean unknown, String... runners) {
    return new Pending(
        "01OLD",
        "failover",
        "production/" + runners[0],
        List.of("github"),
        NOW.minusSeconds(600),
        unknown,
        java.util.stream.Stream.of(runners).map(name -> "production/" + name).toList());
  }

  @Test
  void aMoveThatCrashedIsPassedOnlyByOneAboutTheSameRunners() {
    SnapshotFixture calm = SnapshotFixture.calm(NOW);
    Pending crashed = move(false, "shop-runner-b", "shop-runner-a");
    assertThat(refusing(moved(calm, crashed, "shop-runner-b", "shop-runner-a")))
        .doesNotContain("unknown-pending");
    assertThat(refusing(moved(calm, crashed, "shop-runner-a", "shop-runner-b")))
        .as("the way back undoes it")
        .doesNotContain("unknown-pending");
    assertThat(refusing(moved(calm, crashed, "shop-runner-c", "shop-runner-b")))
        .as("shop-runner-a would stay half done")
        .contains("unknown-pending");
    Pending gone = move(false, "shop-runner-b", "shop-runner-z");
    assertThat(refusing(moved(calm, gone, "shop-runner-b", "shop-runner-a")))
        .as("what GitHub lists no more has no labels")
        .doesNotContain("unknown-pending");
    SnapshotFixture stale = SnapshotFixture.calm(NOW).githubStale();
    assertThat(refusing(moved(stale, gone, "shop-runner-b", "shop-runner-a")))
        .contains("unknown-pending");
    Pending unknown = move(true, "shop-runner-b", "shop-runner-a");
    assertThat(refusing(moved(calm, unknown, "shop-runner-b", "shop-runner-a")))
        .contains("unknown-pending");
  }
}
