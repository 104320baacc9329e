package io.signalbox.failover;

import io.signalbox.model.GithubRunner;
import io.signalbox.model.Input;
import io.signalbox.model.JobRef;
import io.signalbox.model.RunnerTruth;
import io.signalbox.model.Signal;
import io.signalbox.model.Spoken;
import io.signalbox.profile.FailoverProfile;
import io.signalbox.profile.Profile;
import io.signalbox.profile.RunnerProfile;
import io.signalbox.snapshot.GithubSight;
import io.signalbox.snapshot.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What GitHub and the signals say of one candidate. */
final class CandidateChecks {
  private final Snapshot snapshot;
  private final Profile profile;
  private final String name;
  private final Optional<GithubSight> sight;
  private final Optional<GithubRunner> listed;
  private final Optional<RunnerTruth> truth;

  CandidateChecks(Snapshot snapshot, Profile profile, String name) {
    this.snapshot = snapshot;
    this.profile = profile;
    this.name = name;
    this.sight = GithubSight.in(snapshot);
    this.listed = sight.flatMap(one -> one.runner(name));
    this.truth = snapshot.runner(name);
  }

  /** What is asked of every runner, whomever it stands in for, in the order of the table. */
  List<Check> ofItself() {
    return List.of(online(), idle(), monitoring(), cpu(), memory(), disk(), labels());
  }

  Check online() {
    boolean fresh = sight.map(one -> one.health().state().fresh()).orElse(false);
    if (!fresh) {
      return Check.fail("online", "whether GitHub has it online is not known: no fresh answer");
    }
    if (listed.isEmpty()) {
      return Check.fail("online", "GitHub does not list it");
    }
    String since = truth.map(one -> lasted(one.since())).orElse("");
    return listed.get().online()
        ? Check.pass("online", "online")
        : Check.fail("online", "offline" + since);
  }

  private String lasted(@Nullable Instant since) {
    return since == null ? "" : " " + Spoken.duration(Duration.between(since, snapshot.takenAt()));
  }

  Check idle() {
    if (listed.isEmpty()) {
      return Check.fail("idle", "whether it is busy is not known");
    }
    if (!listed.get().busy()) {
      return Check.pass("idle", "idle");
    }
    JobRef job = truth.map(RunnerTruth::job).orElse(null);
    return Check.fail(
        "idle",
        job == null
            ? "busy"
            : "busy" + lasted(job.startedAt()) + " with " + job.job() + " of " + job.workflow());
  }

  Check monitoring() {
    Input status = input(Signal.STATUS);
    return switch (status.state()) {
      case FRESH ->
          Check.when(
              Double.valueOf(1).equals(status.number()),
              "monitoring",
              "service status " + words(status));
      case NOT_MEASURED -> Check.notChecked("monitoring", "nothing measures its service status");
      case STALE, UNKNOWN ->
          Check.fail("monitoring", "its service status is " + status.state().word());
    };
  }

  Check cpu() {
    FailoverProfile.Limits limits = profile.failover().limits();
    return load(Signal.CPU, limits == null ? null : limits.cpuPercent());
  }

  Check memory() {
    FailoverProfile.Limits limits = profile.failover().limits();
    return load(Signal.MEMORY, limits == null ? null : limits.memoryPercent());
  }

  Check disk() {
    FailoverProfile.Limits limits = profile.failover().limits();
    return load(Signal.DISK, limits == null ? null : limits.diskPercent());
  }

  private Check load(Signal signal, @Nullable Double limit) {
    Input input = input(signal);
    Double value = input.number();
    String measured = input.fresh() && value != null ? percent(value) : input.state().word();
    if (limit == null) {
      return Check.notChecked(signal.key(), measured + ", no limit (failover.limits)");
    }
    return switch (input.state()) {
      case FRESH ->
          value == null
              ? Check.fail(signal.key(), signal.word() + " is not a number")
              : Check.when(
                  value <= limit,
                  signal.key(),
                  signal.word() + " " + percent(value) + ", at most " + percent(limit));
      case NOT_MEASURED -> Check.notChecked(signal.key(), "nothing measures its " + signal.word());
      case STALE, UNKNOWN ->
          Check.fail(signal.key(), signal.word() + " is " + measured + ", at most " + limit + " %");
    };
  }

  private static String percent(double value) {
    return Math.round(value * 10) / 10.0 + " %";
  }

  /** Labels it is expected to have, but for those that the move gives it. */
  Check labels() {
    List<String> expected = profile.runner(name).map(RunnerProfile::labels).orElse(List.of());
    if (expected.isEmpty()) {
      return Check.notChecked("labels", "the profile expects none (runners[].labels)");
    }
    List<String> own = listed.map(GithubRunner::labels).orElse(List.of());
    List<String> missing =
        Labels.minus(Labels.missing(own, expected), profile.deployment().requires());
    List<String> fixed =
        Labels.missing(own, profile.deployment().requires()).stream()
            .filter(Labels::given)
            .toList();
    if (!fixed.isEmpty()) {
      return Check.fail(
          "labels", "lacks " + String.join(", ", fixed) + ", which only GitHub itself gives");
    }
    return missing.isEmpty()
        ? Check.pass("labels", String.join(", ", own))
        : Check.fail("labels", "lacks " + String.join(", ", missing));
  }

  /** Compared with the one that is relieved, where GitHub tells both. */
  Check version(String other) {
    String own = listed.map(GithubRunner::version).orElse(null);
    String theirs = sight.flatMap(one -> one.runner(other)).map(GithubRunner::version).orElse(null);
    if (own == null || theirs == null) {
      return Check.notChecked(
          "version", own == null ? "GitHub does not tell it" : own + ", nothing to compare with");
    }
    return own.equals(theirs)
        ? Check.pass("version", own)
        : Check.notChecked("version", own + ", " + other + " has " + theirs);
  }

  private Input input(Signal signal) {
    return truth.map(one -> one.input(signal)).orElse(Input.notMeasured(signal.key()));
  }

  private static String words(Input input) {
    Double number = input.number();
    return number == null ? "not known" : number == 1 ? "1 (up)" : number.intValue() + " (down)";
  }
}
