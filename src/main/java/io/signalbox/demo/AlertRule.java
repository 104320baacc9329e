package io.signalbox.demo;

import java.time.Duration;

/** One alerting rule of the simulated Prometheus, as {@code /api/v1/rules} shows it. */
record AlertRule(
    String name, String query, Duration holds, String severity, String summary, Kind kind) {

  /** What makes the rule true. */
  enum Kind {
    PRIMARY_OFFLINE,
    OTHER_OFFLINE,
    DISK,
    TARGET_DOWN,
    BACKGROUND
  }

  static final AlertRule PRIMARY_OFFLINE =
      new AlertRule(
          "RunnerOffline",
          "runner_status{runner_role=\"primary\"} == 0",
          Duration.ofMinutes(5),
          "critical",
          "Runner {{ $labels.runner_name }} is offline",
          Kind.PRIMARY_OFFLINE);

  static final AlertRule OTHER_OFFLINE =
      new AlertRule(
          "RunnerOffline",
          "runner_status{runner_role!=\"primary\"} == 0",
          Duration.ofMinutes(10),
          "critical",
          "Runner {{ $labels.runner_name }} is offline",
          Kind.OTHER_OFFLINE);

  static final AlertRule DISK =
      new AlertRule(
          "RunnerDegraded",
          "runner_disk_usage_percent > 85",
          Duration.ofMinutes(5),
          "warning",
          "Disk of {{ $labels.hostname }} is nearly full",
          Kind.DISK);

  static final AlertRule TARGET_DOWN =
      new AlertRule(
          "RunnerMetricsMissing",
          "up{job=\"github-runner-health\"} == 0",
          Duration.ofMinutes(1),
          "warning",
          "Metrics of {{ $labels.runner_name }} are missing",
          Kind.TARGET_DOWN);
}
