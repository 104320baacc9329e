package io.signalbox.app;

import io.signalbox.model.AlertInstance;
import io.signalbox.model.Finding;
import io.signalbox.model.Input;
import io.signalbox.model.InputState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.model.Signal;
import io.signalbox.model.Spoken;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SourceHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A snapshot as text for a terminal: sources, runners, alerts, findings. */
final class StatusTable {
  private static final String[] HEAD = {
    "RUNNER", "HOST", "ROLE", "STATE", "JOB", "CHECK-IN", "CPU", "MEM", "DISK", "WHY"
  };

  /** Which of an alert's labels says best what it is about. */
  private static final List<String> SUBJECTS =
      List.of("runner_name", "runner", "hostname", "instance", "job");

  private final Snapshot snapshot;
  private final Instant now;

  StatusTable(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.now = snapshot.takenAt();
  }

  String text() {
    StringBuilder out = new StringBuilder();
    out.append(snapshot.environment().toUpperCase(Locale.ROOT))
        .append("  ")
        .append(now)
        .append('\n');
    snapshot.sources().forEach(source -> out.append(line(source)).append('\n'));
    out.append('\n');
    List<String[]> rows = new ArrayList<>();
    rows.add(HEAD);
    snapshot.runners().forEach(runner -> rows.add(row(runner)));
    append(out, rows);
    out.append('\n');
    alerts(out);
    for (Finding finding : snapshot.findings()) {
      out.append(finding.severity().word()).append(": ").append(finding.title());
      out.append(finding.evidence().isEmpty() ? "" : " (" + finding.evidence() + ")").append('\n');
    }
    snapshot.warnings().forEach(warning -> out.append("warning: ").append(warning).append('\n'));
    return out.toString();
  }

  private void alerts(StringBuilder out) {
    if (snapshot.alerts().isEmpty()) {
      return;
    }
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"ALERT", "SEVERITY", "STATE", "OF", "SINCE", "SOURCE"});
    for (AlertInstance alert : snapshot.alerts()) {
      Instant since = alert.since();
      rows.add(
          new String[] {
            alert.name(),
            alert.severityWord(),
            alert.state().word(),
            subject(alert),
            since == null ? "-" : Spoken.duration(Duration.between(since, now)) + " ago",
            alert.source()
          });
    }
    append(out, rows);
    out.append('\n');
  }

  private static String subject(AlertInstance alert) {
    return SUBJECTS.stream()
        .map(label -> alert.labels().getOrDefault(label, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("-");
  }

  private String line(SourceHealth source) {
    Duration age = source.age(now);
    String text =
        "  %-12s %-10s %s%s"
            .formatted(
                source.id().kind().word(),
                source.id().name(),
                source.state().word(),
                source.partial() ? ", partial" : "");
    String aged = age == null ? "" : ", " + Spoken.duration(age) + " old";
    String error = source.error();
    return text + aged + (error == null ? "" : ": " + error);
  }

  private String[] row(RunnerTruth runner) {
    var job = runner.job();
    return new String[] {
      runner.name(),
      runner.host(),
      runner.role().word(),
      runner.state().word(),
      job == null ? (runner.busy() ? "busy" : "") : job.job(),
      checkIn(runner.input(Signal.LAST_CHECK_IN)),
      percent(runner.input(Signal.CPU)),
      percent(runner.input(Signal.MEMORY)),
      percent(runner.input(Signal.DISK)),
      runner.worstReason().map(reason -> reason.text()).orElse("")
    };
  }

  private String checkIn(Input input) {
    Double seconds = input.number();
    if (seconds == null) {
      return input.state() == InputState.UNKNOWN ? "?" : "-";
    }
    Duration age = Duration.between(Instant.ofEpochMilli((long) (seconds * 1000)), now);
    return mark(input, Spoken.duration(age));
  }

  private static String percent(Input input) {
    Double value = input.number();
    if (value == null) {
      return input.state() == InputState.UNKNOWN ? "?" : "-";
    }
    return mark(input, "%.0f%%".formatted(value));
  }

  /** A stale value stays readable, and says that it is one. */
  private static String mark(Input input, String text) {
    return input.fresh() ? text : text + " (stale)";
  }

  private static void append(StringBuilder out, List<String[]> rows) {
    int[] widths = new int[rows.getFirst().length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.length; i++) {
        line.append(row[i]);
        line.repeat(' ', widths[i] - row[i].length() + 2);
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
  }
}
