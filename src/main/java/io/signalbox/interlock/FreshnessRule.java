package io.signalbox.interlock;

import io.signalbox.model.Input;
import io.signalbox.model.InputState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.model.Signal;
import io.signalbox.model.SourceKind;
import io.signalbox.profile.GithubSource;
import io.signalbox.snapshot.Freshness;
import io.signalbox.snapshot.GithubSight;
import io.signalbox.snapshot.Reading;
import io.signalbox.snapshot.SourceHealth;
import java.time.Duration;
import java.util.Optional;

/**
 * The evidence the other rules rest on is recent. GitHub alone says whether a runner is busy, so
 * its answer must be fresh; without Prometheus there is less to verify with, which is a warning.
 */
final class FreshnessRule extends RunnerRule {
  private static final Duration LONG_READ = Duration.ofSeconds(30);

  @Override
  public String id() {
    return "freshness";
  }

  /** Waivable: at 03:00 GitHub may be down while a machine has to be helped. */
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
    Precondition github = github(target, evidence);
    return target.onGithub()
        ? Rule.worse(Rule.worse(github, whole(evidence)), sighted(evidence))
        : Rule.worse(github, prometheus(target, evidence));
  }

  /** Labels are moved on what GitHub lists: a page that is missing may hold another carrier. */
  private Precondition whole(RuleEvidence evidence) {
    GithubSight sight = GithubSight.in(evidence.snapshot()).orElse(null);
    if (sight == null || !sight.health().partial()) {
      return says(Ruling.PASS, "GitHub's answer is whole", null);
    }
    Reading<?> reading = sight.health().state().reading();
    String why =
        reading == null || reading.warnings().isEmpty() ? "" : ": " + reading.warnings().getFirst();
    return says(Ruling.REFUSE, "GitHub answered only in part" + why, sight.age(evidence.now()));
  }

  /** A runner that is gone has no series; but a Prometheus that is gone leaves us blind. */
  private Precondition sighted(RuleEvidence evidence) {
    for (SourceHealth health : evidence.snapshot().sources()) {
      if (health.id().kind() == SourceKind.PROMETHEUS && !health.state().fresh()) {
        String error = health.error();
        return says(
            Ruling.REFUSE,
            "Prometheus "
                + health.id().name()
                + " is blind: its answer is "
                + Words.age(health.age(evidence.now()))
                + (error == null ? "" : " (" + error + ")"),
            health.age(evidence.now()));
      }
    }
    return says(Ruling.PASS, "Prometheus is read", null);
  }

  private Precondition github(Target target, RuleEvidence evidence) {
    if (evidence.profile().sources().github() == null) {
      return says(Ruling.PASS, "GitHub is not configured", null);
    }
    Optional<GithubSight> sight = GithubSight.in(evidence.snapshot());
    Duration age = sight.map(github -> github.age(evidence.now())).orElse(null);
    if (sight.isEmpty() || !fresh(sight.get().health(), evidence)) {
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

  /**
   * Fresh by the snapshot's word and by the clock: a snapshot whose sources are asked no longer
   * goes on calling them fresh.
   */
  static boolean fresh(SourceHealth health, RuleEvidence evidence) {
    GithubSource github = evidence.profile().sources().github();
    Duration age = health.age(evidence.now());
    if (github == null || age == null || !health.state().fresh()) {
      return false;
    }
    int missed = Freshness.missedPolls(SourceKind.GITHUB);
    return age.compareTo(Freshness.limit(github.every(), missed, LONG_READ)) <= 0;
  }
}
