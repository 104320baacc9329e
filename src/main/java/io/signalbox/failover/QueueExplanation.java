package io.signalbox.failover;

import io.signalbox.model.Job;
import io.signalbox.model.JobRef;
import io.signalbox.model.RunnerState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.model.Spoken;
import io.signalbox.model.WorkflowRun;
import io.signalbox.profile.Profile;
import io.signalbox.profile.RunnerProfile;
import io.signalbox.snapshot.GithubSight;
import io.signalbox.snapshot.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why jobs wait. GitHub gives a job only to an online, idle runner that has all its labels; there
 * is no fall-back, and after 24 hours it ends the job. Pure.
 */
public final class QueueExplanation {
  /** How long GitHub keeps a queued job for self-hosted runners (docs, "Usage limits"). */
  public static final Duration GITHUB_KEEPS = Duration.ofHours(24);

  private final Snapshot snapshot;
  private final Profile profile;
  private final List<String> failed;

  /** On one picture. */
  public QueueExplanation(Snapshot snapshot, Profile profile) {
    this.snapshot = snapshot;
    this.profile = profile;
    this.failed = FailoverState.home(profile).stream().filter(snapshot::offline).toList();
  }

  /** The jobs of a run that have not begun; a run that waits as a whole is one job without id. */
  public List<QueuedJob> of(WorkflowRun run) {
    List<QueuedJob> waiting = new ArrayList<>();
    for (Job job : run.jobs()) {
      if (!job.completed() && !job.running()) {
        waiting.add(explain(run, job));
      }
    }
    if (waiting.isEmpty() && !run.completed() && run.jobs().stream().noneMatch(Job::running)) {
      Held held = Held.of(snapshot, run);
      boolean forRunner = held.waitsFor() == QueuedJob.WaitsFor.RUNNER;
      waiting.add(
          new QueuedJob(
              0,
              run.workflow(),
              run.status(),
              List.of(),
              held.waitsFor(),
              run.createdAt(),
              forRunner ? givesUp(run.createdAt()) : null,
              List.of(),
              false,
              held.why()));
    }
    return List.copyOf(waiting);
  }

  /** One job that has not begun. */
  public QueuedJob explain(WorkflowRun run, Job job) {
    boolean hosted =
        Labels.hosted(job.labels())
            && snapshot.runners().stream()
                .noneMatch(one -> Labels.satisfies(one.labels(), job.labels()));
    List<RunnerVerdict> verdicts = hosted ? List.of() : verdicts(job.labels());
    boolean ready = verdicts.stream().anyMatch(one -> one.verdict() == RunnerVerdict.Kind.READY);
    Held held = Held.of(snapshot, run, job, ready);
    boolean forRunner = held.waitsFor() == QueuedJob.WaitsFor.RUNNER;
    return new QueuedJob(
        job.id(),
        job.name(),
        job.status(),
        job.labels(),
        held.waitsFor(),
        job.createdAt(),
        forRunner && !hosted ? givesUp(job.createdAt()) : null,
        forRunner ? verdicts : List.of(),
        hosted && forRunner,
        hosted && forRunner ? "it asks for a runner of GitHub's own" : held.why());
  }

  private static @Nullable Instant givesUp(@Nullable Instant since) {
    return since == null ? null : since.plus(GITHUB_KEEPS);
  }

  /** What each runner says to a job with these labels: those that match first. */
  public List<RunnerVerdict> verdicts(List<String> labels) {
    List<RunnerVerdict> all = new ArrayList<>();
    snapshot.runners().forEach(runner -> all.add(verdict(runner, labels)));
    all.sort((one, other) -> Boolean.compare(other.matches(), one.matches()));
    return List.copyOf(all);
  }

  private RunnerVerdict verdict(RunnerTruth runner, List<String> wanted) {
    List<String> missing = Labels.missing(runner.labels(), wanted);
    if (!missing.isEmpty()) {
      return new RunnerVerdict(
          runner.name(), RunnerVerdict.Kind.LACKS_LABELS, false, missing, lacks(runner, missing));
    }
    return new RunnerVerdict(
        runner.name(), kind(runner), true, List.of(), able(runner, kind(runner)));
  }

  private static RunnerVerdict.Kind kind(RunnerTruth runner) {
    if (runner.busy()) {
      return RunnerVerdict.Kind.BUSY;
    }
    return switch (runner.state()) {
      case OFFLINE -> RunnerVerdict.Kind.OFFLINE;
      case UNKNOWN -> RunnerVerdict.Kind.UNKNOWN;
      case BUSY -> RunnerVerdict.Kind.BUSY;
      case DEGRADED, ONLINE ->
          Double.valueOf(0).equals(runner.input("github").number())
              ? RunnerVerdict.Kind.OFFLINE
              : RunnerVerdict.Kind.READY;
    };
  }

  private String able(RunnerTruth runner, RunnerVerdict.Kind kind) {
    return switch (kind) {
      case READY -> "online and idle: it takes the job next";
      case BUSY -> busy(runner.job());
      case OFFLINE -> "offline" + lasted(runner.since());
      default -> "whether it takes jobs is not known";
    };
  }

  private String busy(@Nullable JobRef job) {
    return job == null
        ? "busy; GitHub does not say with which job"
        : "busy" + lasted(job.startedAt()) + " on run " + job.runId() + " (" + job.job() + ")";
  }

  private String lasted(@Nullable Instant since) {
    return since == null ? "" : " " + Spoken.duration(Duration.between(since, snapshot.takenAt()));
  }

  private String lacks(RunnerTruth runner, List<String> missing) {
    boolean gone =
        GithubSight.in(snapshot)
            .filter(GithubSight::whole)
            .map(sight -> sight.named(runner.name()).isEmpty())
            .orElse(false);
    if (gone) {
      return "GitHub does not list it";
    }
    StringBuilder words = new StringBuilder("lacks `").append(String.join("`, `", missing));
    words.append('`');
    if (runner.state() == RunnerState.OFFLINE) {
      words.append("; offline").append(lasted(runner.since()));
    }
    for (String other : failed) {
      if (!other.equals(runner.name())
          && Boolean.FALSE.equals(
              TwoMachines.of(profile, snapshot, other, runner.name()).proved())) {
        words.append("; same host as ").append(other).append(", which is offline");
      }
    }
    Optional<RunnerProfile> known = profile.runner(runner.name());
    boolean home = FailoverState.home(profile).contains(runner.name());
    if (!home && !known.map(RunnerProfile::failoverApproved).orElse(false)) {
      words.append("; not approved for failover");
    }
    return words.toString();
  }
}
