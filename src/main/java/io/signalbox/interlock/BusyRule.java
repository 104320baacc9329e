package io.signalbox.interlock;

import io.signalbox.model.GithubRunner;
import io.signalbox.model.JobRef;
import io.signalbox.model.RunnerTruth;
import io.signalbox.snapshot.GithubSight;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A runner that works on a job is left alone: its job would be lost. */
final class BusyRule extends RunnerRule {
  @Override
  public String id() {
    return "busy";
  }

  /** Waivable: the job is lost, which may be what is wanted of a hanging one. */
  @Override
  public boolean waivable() {
    return true;
  }

  @Override
  public boolean judgesAborts() {
    return false;
  }

  @Override
  Precondition judge(PlanDraft draft, Target target, RuleEvidence evidence) {
    Optional<GithubSight> sight = GithubSight.in(evidence.snapshot());
    Duration age = sight.map(github -> github.age(evidence.now())).orElse(null);
    Optional<RunnerTruth> truth = evidence.snapshot().runner(target.name());
    List<GithubRunner> listed = sight.map(github -> github.named(target.name())).orElse(List.of());
    boolean busy = truth.map(RunnerTruth::busy).orElse(false);
    if (busy || listed.stream().anyMatch(GithubRunner::busy)) {
      return says(Ruling.REFUSE, target.name() + " is busy" + job(truth), age);
    }
    boolean known =
        !listed.isEmpty() && FreshnessRule.fresh(sight.orElseThrow().health(), evidence);
    return known
        ? says(Ruling.PASS, "GitHub says " + target.name() + " is not busy", age)
        : says(
            Ruling.WARN,
            "whether "
                + target.name()
                + " is busy is not known: no fresh answer of GitHub names it",
            age);
  }

  private static String job(Optional<RunnerTruth> truth) {
    JobRef job = truth.map(RunnerTruth::job).orElse(null);
    if (job == null) {
      return "; GitHub does not yet say with which job";
    }
    return " with job \""
        + job.job()
        + "\" of "
        + job.workflow()
        + (job.startedAt() == null ? "" : " since " + job.startedAt());
  }
}
