package io.signalbox.app;

import io.signalbox.failover.QueueExplanation;
import io.signalbox.failover.QueuedJob;
import io.signalbox.failover.RunnerVerdict;
import io.signalbox.model.WorkflowRun;
import io.signalbox.profile.Profile;
import io.signalbox.snapshot.GithubSight;
import io.signalbox.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signalbox explain}: why the jobs of one run wait; reads only. */
@Command(
    name = "explain",
    description = "Says for each job of a run that has not begun what it waits for.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:explained",
      "2:bad usage or profile, or no such run",
      "5:GitHub not readable"
    })
final class ExplainVerb extends ProfileVerb {
  @Option(names = "--run", required = true, paramLabel = "ID", description = "The run's id.")
  private long run;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  ExplainVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int call(Profile profile, CommandLine line) throws InterruptedException {
    try (Station station = new Station(profile, surroundings)) {
      Snapshot seen = station.readOnce();
      GithubSight sight = GithubSight.in(seen).orElse(null);
      if (sight == null || !sight.health().state().fresh()) {
        String error = sight == null ? "the profile has no sources.github" : sight.health().error();
        line.getErr().println("GitHub cannot be read: " + error);
        return sight == null ? ExitCode.BAD_USAGE_OR_PROFILE : ExitCode.NO_SOURCE_READABLE;
      }
      Optional<WorkflowRun> found = seen.runs().stream().filter(one -> one.id() == run).findFirst();
      if (found.isEmpty()) {
        line.getErr()
            .println(
                "no run "
                    + run
                    + " among the newest and the unfinished ones of the profile's repositories");
        return ExitCode.BAD_USAGE_OR_PROFILE;
      }
      List<QueuedJob> jobs = new QueueExplanation(seen, profile).of(found.get());
      line.getOut()
          .print(json ? ExplainJson.text(found.get(), jobs) + "\n" : text(found.get(), jobs));
      line.getOut().flush();
      return ExitCode.OK;
    }
  }

  private static String text(WorkflowRun run, List<QueuedJob> jobs) {
    StringBuilder out =
        new StringBuilder("%s #%d is %s%n".formatted(run.workflow(), run.number(), run.status()));
    for (QueuedJob job : jobs) {
      out.append(
          "%s (%s) waits for %s since %s%n"
              .formatted(job.name(), job.status(), job.waitsFor().word(), job.since()));
      if (!job.labels().isEmpty()) {
        out.append("  needs   ").append(String.join(", ", job.labels())).append('\n');
      }
      if (!job.why().isEmpty()) {
        out.append("  because ").append(job.why()).append('\n');
      }
      if (job.givesUpAt() != null) {
        out.append("  until   ").append(job.givesUpAt()).append(", then GitHub ends it\n");
      }
      for (RunnerVerdict verdict : job.runners()) {
        out.append(
            "  %-13s %s: %s%n"
                .formatted(verdict.verdict().word(), verdict.name(), verdict.reason()));
      }
    }
    if (jobs.isEmpty()) {
      out.append("no job of it waits\n");
    }
    return out.toString();
  }
}
