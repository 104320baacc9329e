package io.signalbox.diagnosis;

import io.signalbox.failover.FailoverState;
import io.signalbox.model.Finding;
import io.signalbox.model.NextStep;
import io.signalbox.model.Reason;
import io.signalbox.model.RunnerRole;
import io.signalbox.model.RunnerState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.model.Severity;
import io.signalbox.model.Spoken;
import io.signalbox.profile.Profile;
import io.signalbox.profile.Thresholds;
import io.signalbox.snapshot.Examiner;
import io.signalbox.snapshot.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Runners that are offline, degraded, unknown or unseen by monitoring. */
final class RunnerRule implements Examiner {
  private final Profile profile;
  private final Thresholds thresholds;

  RunnerRule(Profile profile) {
    this.profile = profile;
    this.thresholds = profile.thresholds();
  }

  @Override
  public List<Finding> examine(Snapshot snapshot) {
    List<Finding> findings = new ArrayList<>();
    for (RunnerTruth runner : snapshot.runners()) {
      switch (runner.state()) {
        case OFFLINE -> findings.add(offline(runner, snapshot));
        case DEGRADED -> findings.add(degraded(runner));
        case UNKNOWN -> findings.add(unknown(runner));
        case BUSY, ONLINE -> {
          if (runner.hasBadge("monitoring-blind")) {
            findings.add(blind(runner));
          }
        }
      }
    }
    return findings;
  }

  private Finding offline(RunnerTruth runner, Snapshot snapshot) {
    Instant now = snapshot.takenAt();
    Instant since = runner.since();
    Duration lasted = since == null ? Duration.ZERO : Duration.between(since, now);
    Duration limit =
        runner.role() == RunnerRole.SECONDARY
            ? thresholds.offlineSecondary()
            : thresholds.offlinePrimary();
    // a primary that is down stops deployments at once, whatever the clock says
    boolean critical = runner.role() == RunnerRole.PRIMARY || lasted.compareTo(limit) >= 0;
    String forHowLong = since == null ? "" : " for " + Spoken.duration(lasted);
    String next =
        runner.unit().isEmpty()
            ? "Select it to see why; the profile names no unit, so a restart is done by hand"
            : "Select it and check its service; restart it from there";
    Finding found =
        new Finding(
            "runner-offline",
            critical ? Severity.CRITICAL : Severity.WARNING,
            role(runner) + runner.name() + " is offline" + forHowLong,
            reasons(runner),
            next,
            runner.name());
    boolean hasRole = FailoverState.of(snapshot, profile).carriers().contains(runner.name());
    return hasRole
        ? found.with(new NextStep(NextStep.Verb.FAILOVER, runner.name(), "Plan failover…"))
        : found;
  }

  private static Finding degraded(RunnerTruth runner) {
    return new Finding(
        "runner-degraded",
        Severity.WARNING,
        role(runner) + runner.name() + " is degraded",
        reasons(runner),
        "Select it to see its inputs",
        runner.name());
  }

  private static Finding unknown(RunnerTruth runner) {
    return new Finding(
        "runner-unknown",
        Severity.WARNING,
        role(runner) + runner.name() + ": state unknown",
        reasons(runner),
        "Bring a source back, or check its service over SSH",
        runner.name());
  }

  private static Finding blind(RunnerTruth runner) {
    String text =
        runner.badges().stream()
            .filter(badge -> badge.id().equals("monitoring-blind"))
            .map(Reason::text)
            .findFirst()
            .orElse("");
    return new Finding(
        "monitoring-blind",
        Severity.WARNING,
        role(runner) + runner.name() + " is not seen by monitoring",
        text + "; GitHub says " + runner.input("github").text(),
        "Check its exporter: a deploy gate that asks for its metrics will refuse",
        runner.name());
  }

  private static String reasons(RunnerTruth runner) {
    return runner.reasons().stream()
        .filter(reason -> runner.state() == RunnerState.ONLINE || !isBlind(reason))
        .map(Reason::text)
        .collect(Collectors.joining("; "));
  }

  private static boolean isBlind(Reason reason) {
    return reason.id().equals("monitoring-blind");
  }

  private static String role(RunnerTruth runner) {
    String word = runner.role().word();
    return word.isEmpty()
        ? ""
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + " ";
  }
}
