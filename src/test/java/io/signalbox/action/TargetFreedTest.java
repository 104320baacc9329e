package io.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.interlock.Approval;
import io.signalbox.interlock.Asking;
import io.signalbox.interlock.Grounds;
import io.signalbox.interlock.Interlock;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.PlanDraft;
import io.signalbox.interlock.PlanIds;
import io.signalbox.interlock.Target;
import io.signalbox.journal.Journal;
import io.signalbox.rig.ProfileFixture;
import io.signalbox.rig.SnapshotFixture;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk's order at the end of a run, and what it judges again before one begins. */
class TargetFreedTest {
  private static final Instant NOW = Instant.parse("2026-03-01T03:12:45Z");
  private static final Intent INTENT = new Intent.RestartService("shop-runner-a");

  @TempDir Path folder;
  private final List<String> seen = new ArrayList<>();
  private Journal journal;
  private ActionDesk desk;
  private volatile boolean over;
  private volatile boolean trying;
  private volatile boolean fit = true;

  /** Calls back each time somebody asks for the time. */
  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          if (over) {
            over = false; // the outcome is about to be written
            var open = openActions();
            seen.add(open.isEmpty() ? "nothing is open" : "open: " + open.getFirst().id());
          }
          return NOW;
        }

        @Override
        public java.time.ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
          return this;
        }
      };

  private List<io.signalbox.interlock.Pending> openActions() {
    try {
      return desk.pending();
    } catch (ActionException e) {
      throw new AssertionError(e);
    }
  }

  private final class Planned implements Planner {
    @Override
    public boolean plans(Intent intent) {
      return true;
    }

    @Override
    public Proposal propose(Intent intent) {
      PlanDraft draft =
          new PlanDraft(
              "failover",
              "",
              "Fail over",
              true,
              List.of(Target.onGithub("production", "shop-runner-a", "acme/shop", 7)),
              List.of(),
              "",
              "",
              "");
      return new Proposal(
          draft,
          List.of(),
          null,
          grounds(),
          new Later(),
          List.of("Do it"),
          TargetFreedTest.this::work);
    }
  }

  private final class Later implements Ground {
    @Override
    public Grounds seen() {
      return grounds();
    }

    @Override
    public Grounds read() {
      return grounds();
    }
  }

  private Grounds grounds() {
    String words = fit ? "qualifies" : "its disk is full by now";
    return new Grounds(
        new Grounds.Independence(true, "on another host", NOW),
        null,
        new Grounds.Fitness(fit, words, NOW));
  }

  private Outcome work(io.signalbox.interlock.Permit permit, Plan plan, Progress progress)
      throws ActionException {
    progress.started();
    over = true;
    return Outcome.of(Verdict.SUCCEEDED_VERIFIED);
  }

  @BeforeEach
  void open() throws Exception {
    journal = Journal.open(folder, clock, "ana");
    desk =
        new ActionDesk(
            new DeskSetup(
                ProfileFixture.open(null).profile(),
                () -> SnapshotFixture.calm(NOW).build(),
                new Interlock(new PlanIds(clock)),
                journal,
                clock,
                Runnable::run,
                "ana"),
            List.of(new Planned()));
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private Plan plan() throws Exception {
    return desk.propose(INTENT, Asking.PLAIN).get(10, TimeUnit.SECONDS);
  }

  private ActionRun approved(Plan plan) throws Exception {
    Approval approval = new Approval(plan.hash(), plan.confirmText(), "drill", "ana", NOW);
    return desk.approve(plan, approval).get(10, TimeUnit.SECONDS);
  }

  @Test
  void theTargetIsFreeOnlyOnceTheOutcomeIsOnRecord() throws Exception {
    ActionRun run = approved(plan());
    assertThat(run.verdict()).as(run.error()).isEqualTo(Verdict.SUCCEEDED_VERIFIED);
    assertThat(seen).containsExactly("nothing is open"); // it was still this run's own
    assertThat(openActions()).isEmpty();
    assertThat(approved(plan()).verdict()).isEqualTo(Verdict.SUCCEEDED_VERIFIED);
  }

  @Test
  void whoeverWasRefusedMayTryAgainOnceThatIsOnRecord() throws Exception {
    Plan plan = plan();
    List<Verdict> meanwhile = new ArrayList<>();
    desk.onRun(run -> meanwhile(plan, run, meanwhile));
    Approval wrong = new Approval("of another plan", plan.confirmText(), "drill", "ana", NOW);
    ActionRun refused = desk.approve(plan, wrong).get(10, TimeUnit.SECONDS);
    assertThat(refused.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(meanwhile).isNotEmpty().containsOnly(Verdict.NOT_RUN);
    ActionRun again = approved(plan);
    assertThat(again.verdict()).as(again.error()).isEqualTo(Verdict.SUCCEEDED_VERIFIED);
  }

  /** A second approval that comes while the first one's refusal is written down. */
  private void meanwhile(Plan plan, ActionRun run, List<Verdict> verdicts) {
    if (run.endedAt() == null && run.verdict() == Verdict.RUNNING && !trying) {
      trying = true;
      try {
        verdicts.add(approved(plan).verdict());
      } catch (Exception e) {
        throw new AssertionError(e);
      } finally {
        trying = false;
      }
    }
  }

  @Test
  void whatThePlanRestsOnIsJudgedAgainBeforeThePermit() throws Exception {
    Plan plan = plan();
    assertThat(desk.objections(plan)).isEmpty();
    fit = false;
    assertThat(desk.objections(plan)).containsExactly("candidate: its disk is full by now");
    ActionRun run = approved(plan);
    assertThat(run.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(run.error()).startsWith("candidate: its disk is full by now");
  }
}
