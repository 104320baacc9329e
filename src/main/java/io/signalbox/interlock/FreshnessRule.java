package io.signalbox.interlock;

import io.signalbox.model.Input;
import io.signalbox.model.InputState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.model.Signal;
import io.signalbox.snapshot.GithubSight;
import io.signalbox.snapshot.SourceHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The evidence the other rules rest on is recent. GitHub alone says whether a runner is busy, so
 * its answer must be fresh; without Prometheus there is less to verify with, which is a warning.
 */
final class FreshnessRule extends TargetRule {
  /** An answer is not called fresh beyond this, whatever the snapshot's own word for it is. */
  static final Duration LIMIT = Duration.ofMinutes(2);

  @Override
  public String id() {
    return "freshness";
  }

  @Override
  Precondition judge(PlanDraft draft, Target target, RuleEvidence evidence) {
    return Rule.worse(github(target, evidence), prometheus(target, evidence));
  }

  private Precondition github(Target target, RuleEvidence evidence) {
    if (evidence.profile().sources().github() == null) {
      return says(Ruling.PASS, "GitHub is not configured", null);
    }
    Optional<GithubSight> sight = GithubSight.in(evidence.snapshot());
    Duration age = sight.map(github -> github.age(evidence.now())).orElse(null);
    if (sight.isEmpty() || !fresh(sight.get().health(), evidence.now())) {
      String error = sight.map(github -> github.health().error()).orElse(null);
      return says(
          Ruling.REFUSE,
          "GitHub's answer is "
              + Words.age(age)
              + (error == null ? "" : " (" + error + ")")
              + ", so whether "
              + target.name()
              + " is busy is not known",
          age);
    }
    if (sight.get().runner(target.name()).isEmpty()) {
      return says(
          Ruling.REFUSE,
          "GitHub's answer of now does not hold "
              + target.name()
              + ", so whether it is busy is not known",
          age);
    }
    return says(Ruling.PASS, "GitHub's answer is " + Words.age(age), age);
  }

  private Precondition prometheus(Target target, RuleEvidence evidence) {
    if (evidence.profile().sources().prometheus().isEmpty()) {
      return says(Ruling.PASS, "Prometheus is not configured", null);
    }
    Input status =
        evidence
            .snapshot()
            .runner(target.name())
            .map((RunnerTruth runner) -> runner.input(Signal.STATUS))
            .orElse(Input.notMeasured(Signal.STATUS.key()));
    Duration age = status.age(evidence.now());
    if (status.state() == InputState.FRESH || status.state() == InputState.NOT_MEASURED) {
      return says(Ruling.PASS, "Prometheus: service status " + status.state().word(), age);
    }
    return says(
        Ruling.WARN,
        "Prometheus's status of "
            + target.name()
            + " is "
            + status.state().word()
            + (age == null ? "" : ", " + Words.age(age)),
        age);
  }

  /** Fresh by the snapshot's word and by the clock. */
  static boolean fresh(SourceHealth health, Instant now) {
    Duration age = health.age(now);
    return health.state().fresh() && age != null && age.compareTo(LIMIT) <= 0;
  }
}
