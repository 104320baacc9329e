package io.signalbox.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.Job;
import io.signalbox.model.WorkflowRun;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A job that ran before the labels moved does not prove that the taker takes jobs. */
class ProofPlanTest {
  private static final Instant T = Instant.parse("2026-03-01T03:00:00Z");

  private static Job job(long id, String name, @Nullable Instant started, @Nullable String runner) {
    String status = runner == null ? "queued" : "completed";
    return new Job(
        id, 7, name, status, null, T, started, null, runner, List.of("primary"), List.of(), "");
  }

  @Test
  void jobsThatHadARunnerAreOldByTheirIdOrWhenTheyAreKeptByARerun() {
    Job ran = job(1, "staging", T, "shop-runner-a");
    Job waits = job(2, "production", T, null);
    WorkflowRun run =
        new WorkflowRun(
            7,
            "acme/shop",
            "deploy",
            "deploy.yml",
            3,
            1,
            "push",
            "",
            "main",
            "",
            "in_progress",
            null,
            "ana",
            T,
            T,
            T,
            "",
            List.of(ran, waits),
            true);
    ProofPlan.Stuck stuck = ProofPlan.Stuck.of(run);
    assertThat(stuck.old()).hasSize(1);
    ProofPlan.Begun old = stuck.old().iterator().next();
    assertThat(old.is(ran)).isTrue();
    assertThat(old.is(job(11, "staging", T, "shop-runner-a"))).isTrue();
    assertThat(old.is(job(11, "staging", T.plusSeconds(60), "shop-runner-a"))).isFalse();
    assertThat(old.is(job(2, "production", T, "shop-runner-a"))).isFalse();
  }
}
