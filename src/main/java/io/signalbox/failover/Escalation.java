package io.signalbox.failover;

import io.signalbox.model.RoleMove;
import io.signalbox.model.RunnerState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.profile.Profile;
import io.signalbox.snapshot.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What to do when primary and every stand-in are down: nothing can be failed over to, so people are
 * told, by a clock that began when the last of them went. Pure.
 *
 * @param since when the last of them went offline, as far as is known
 * @param down who is offline
 */
public record Escalation(Instant since, List<String> down, List<Step> steps) {
  private static final Duration LEAD = Duration.ofMinutes(5);
  private static final Duration FAILOVER_TOO_LONG = Duration.ofMinutes(10);
  private static final Duration TELL_EVERY = Duration.ofMinutes(10);

  /**
   * One thing to do.
   *
   * @param dueAt from when on
   * @param due the time has come
   */
  public record Step(String what, Instant dueAt, boolean due) {}

  /** Copies the lists. */
  public Escalation {
    down = List.copyOf(down);
    steps = List.copyOf(steps);
  }

  /** The card's facts; empty while somebody who could deploy is not offline. */
  public static Optional<Escalation> of(Snapshot snapshot, Profile profile) {
    List<String> carriers = FailoverState.of(snapshot, profile).carriers();
    List<String> standIns =
        FailoverState.home(profile).stream()
            .flatMap(
                name ->
                    CandidateTable.of(snapshot, profile, RoleMove.FAILOVER, name).stream()
                        .filter(row -> !row.fails("approved"))
                        .map(Candidate::runner))
            .distinct()
            .toList();
    List<String> all = new ArrayList<>(FailoverState.home(profile));
    standIns.stream().filter(name -> !all.contains(name)).forEach(all::add);
    boolean nobodyAsked = carriers.isEmpty() && FailoverState.home(profile).isEmpty();
    if (nobodyAsked || all.size() < 2) {
      return Optional.empty();
    }
    List<RunnerTruth> known = all.stream().map(snapshot::runner).flatMap(Optional::stream).toList();
    boolean allDown = known.size() == all.size() && known.stream().allMatch(Escalation::gone);
    if (!allDown) {
      return Optional.empty();
    }
    Instant since =
        known.stream()
            .filter(one -> one.state() == RunnerState.OFFLINE)
            .map(RunnerTruth::since)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(snapshot.takenAt());
    return Optional.of(new Escalation(since, all, steps(since, all, snapshot.takenAt())));
  }

  /**
   * Offline, or called so by GitHub while its service still says that it is up: it takes no job.
   */
  private static boolean gone(RunnerTruth runner) {
    boolean offline = Double.valueOf(0).equals(runner.input("github").number());
    return runner.state() == RunnerState.OFFLINE || (runner.input("github").fresh() && offline);
  }

  private static List<Step> steps(Instant since, List<String> all, Instant now) {
    List<Step> steps = new ArrayList<>();
    add(steps, "Restore the primary first: " + all.getFirst(), since, now);
    add(steps, "Tell the infrastructure channel that nothing can deploy", since, now);
    long told = Math.max(0, Duration.between(since, now).dividedBy(TELL_EVERY));
    Instant next = since.plus(TELL_EVERY.multipliedBy(Math.max(1, told)));
    add(
        steps,
        "All down for more than 5 minutes: page the head of engineering",
        since.plus(LEAD),
        now);
    add(
        steps,
        "No runner deploys after 10 minutes: page the infrastructure lead",
        since.plus(FAILOVER_TOO_LONG),
        now);
    add(steps, "Update the stakeholders, every 10 minutes", next, now);
    return steps;
  }

  private static void add(List<Step> steps, String what, Instant dueAt, Instant now) {
    steps.add(new Step(what, dueAt, !now.isBefore(dueAt)));
  }

  /** How long they are all down. */
  public Duration lasted(Instant now) {
    Duration lasted = Duration.between(since, now);
    return lasted.isNegative() ? Duration.ZERO : lasted;
  }
}
