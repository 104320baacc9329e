package io.signalbox.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The newest journal lines of a runner's unit, as {@code journalctl -o short-iso} prints them. */
final class JournalReport {
  private static final DateTimeFormatter SHORT_ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssZ").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter RUNNER =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

  private record Line(Instant at, String text) {}

  private final SimulatedFleet fleet;

  JournalReport(SimulatedFleet fleet) {
    this.fleet = fleet;
  }

  /** At most {@code most} lines, the newest last. */
  String last(SimulatedRunner runner, int most) {
    Instant now = fleet.now();
    FleetHistory history = fleet.history();
    List<Line> lines = new ArrayList<>();
    for (ServicePhase phase : history.service(runner).phases()) {
      service(runner, phase, lines);
    }
    for (JobPlan job : history.jobs().jobsOf(runner.name(), now)) {
      job(job, lines);
    }
    List<String> shown =
        lines.stream()
            .filter(l -> !l.at().isAfter(now))
            .sorted(Comparator.comparing(Line::at))
            .map(l -> SHORT_ISO.format(l.at()) + " " + runner.host().name() + " " + l.text())
            .toList();
    List<String> newest = shown.subList(Math.max(0, shown.size() - most), shown.size());
    return newest.isEmpty() ? "" : String.join("\n", newest) + "\n";
  }

  private static void service(SimulatedRunner runner, ServicePhase phase, List<Line> lines) {
    String unit = runner.unit();
    String title = unit + " - GitHub Actions Runner (acme-shop." + runner.name() + ")";
    Instant at = phase.from();
    switch (phase.state()) {
      case ACTIVATING -> lines.add(new Line(at, "systemd[1]: Starting " + title + "..."));
      case ACTIVE -> {
        lines.add(new Line(at, "systemd[1]: Started " + title + "."));
        lines.add(new Line(at.plusSeconds(1), own("Starting Runner listener with startup type")));
        Instant listens = phase.githubFrom().plusSeconds(1);
        lines.add(new Line(listens, own(RUNNER.format(listens) + ": Listening for Jobs")));
      }
      case FAILED -> {
        String process = "systemd[1]: " + unit + ": ";
        lines.add(
            new Line(at, own("Runner listener exit with terminated error, stop the service")));
        lines.add(new Line(at, process + "Main process exited, code=exited, status=1/FAILURE"));
        lines.add(new Line(at, process + "Failed with result 'exit-code'."));
      }
      case STOPPED -> lines.add(new Line(at, "systemd[1]: Stopped " + title + "."));
    }
  }

  private static void job(JobPlan job, List<Line> lines) {
    Instant started = job.startedAt();
    Instant ended = job.completedAt();
    if (started == null || ended == null) {
      return;
    }
    String name = job.template().name();
    lines.add(new Line(started, own(RUNNER.format(started) + ": Running job: " + name)));
    String result =
        switch (job.conclusion()) {
          case "success" -> "Succeeded";
          case "cancelled" -> "Canceled";
          default -> "Failed";
        };
    String end = RUNNER.format(ended) + ": Job " + name + " completed with result: " + result;
    lines.add(new Line(ended, own(end)));
  }

  private static String own(String text) {
    return "runsvc.sh[712]: " + text;
  }
}
