package io.signalbox.failover;

import io.signalbox.model.GithubRunner;
import io.signalbox.model.RoleMove;
import io.signalbox.model.RunnerRole;
import io.signalbox.profile.Profile;
import io.signalbox.profile.RunnerProfile;
import io.signalbox.snapshot.GithubSight;
import io.signalbox.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every runner that might take a role, with its verdict and numbers. What is asked over SSH is not
 * in it yet. Pure.
 */
public final class CandidateTable {
  private final Snapshot snapshot;
  private final Profile profile;
  private final RoleMove move;
  private final String from;

  private CandidateTable(Snapshot snapshot, Profile profile, RoleMove move, String from) {
    this.snapshot = snapshot;
    this.profile = profile;
    this.move = move;
    this.from = from;
  }

  /**
   * For a role that leaves this runner. On the way there every other runner of the profile is a
   * row; on the way back only those where the role belongs.
   */
  public static List<Candidate> of(Snapshot snapshot, Profile profile, RoleMove move, String from) {
    CandidateTable table = new CandidateTable(snapshot, profile, move, from);
    return table.rows().map(table::row).toList();
  }

  /**
   * The same and, after them, everybody else of the profile and of GitHub with why they cannot take
   * it: the runner that has the role, and who is not {@link Candidate#eligible}.
   */
  public static List<Candidate> everyone(
      Snapshot snapshot, Profile profile, RoleMove move, String from) {
    CandidateTable table = new CandidateTable(snapshot, profile, move, from);
    List<String> able = table.rows().toList();
    Set<String> others = new LinkedHashSet<>();
    others.add(from);
    profile.runners().forEach(runner -> others.add(runner.github()));
    GithubSight.in(snapshot).ifPresent(sight -> others.addAll(sight.names()));
    able.forEach(others::remove);
    return Stream.concat(able.stream().map(table::row), others.stream().map(table::outsider))
        .toList();
  }

  private Candidate outsider(String name) {
    boolean listed = profile.runner(name).isPresent();
    String why =
        name.equals(from)
            ? standing(name)
            : listed || profile.runners().isEmpty()
                ? "the role does not belong here"
                : "no entry in the profile (runners): not approved";
    List<Check> checks = new ArrayList<>(List.of(Check.fail(Candidate.ELIGIBLE, why)));
    checks.addAll(new CandidateChecks(snapshot, profile, name).ofItself());
    return new Candidate(name, TwoMachines.host(profile, snapshot, name), checks);
  }

  private String standing(String name) {
    List<String> required = profile.deployment().requires();
    if (!GithubSight.in(snapshot).map(GithubSight::whole).orElse(false)) {
      return "whether it has the role is not known";
    }
    return Labels.satisfies(labels(snapshot, name), required)
        ? "has the role"
        : "the role leaves it";
  }

  private Stream<String> rows() {
    List<String> home = FailoverState.home(profile);
    Stream<String> names =
        profile.runners().isEmpty()
            ? GithubSight.in(snapshot).stream().flatMap(s -> s.names().stream())
            : profile.runners().stream().map(RunnerProfile::github);
    return names
        .filter(name -> !name.equals(from))
        .filter(name -> move != RoleMove.FAILBACK || home.contains(name));
  }

  private Candidate row(String name) {
    String host = TwoMachines.host(profile, snapshot, name);
    TwoMachines machines = TwoMachines.of(profile, snapshot, from, name);
    Check apart =
        machines.proved() == null
            ? Check.notChecked("different-host", machines.words())
            : Check.when(machines.proved(), "different-host", machines.words());
    CandidateChecks known = new CandidateChecks(snapshot, profile, name);
    List<Check> checks = new ArrayList<>(List.of(approved(name), apart));
    checks.addAll(known.ofItself());
    checks.add(known.version(from));
    checks.add(
        Check.notChecked(
            Candidate.REACHABILITY,
            profile.failover().reachability().isEmpty()
                ? "the profile names no address (failover.reachability)"
                : "asked from the candidate when the plan is made"));
    return new Candidate(name, host, checks);
  }

  private Check approved(String name) {
    if (move == RoleMove.FAILBACK) {
      return Check.pass("approved", "the role belongs here");
    }
    boolean approved = profile.runner(name).map(RunnerProfile::failoverApproved).orElse(false);
    return Check.when(
        approved,
        "approved",
        approved ? "approved in the profile" : "not approved (runners[].failover in the profile)");
  }

  /**
   * The runner that the role leaves when none is named: on the way there the one primary, on the
   * way back the one that has the role now. Empty where that is not exactly one.
   */
  public static List<String> leaving(Snapshot snapshot, Profile profile, RoleMove move) {
    if (move == RoleMove.FAILBACK) {
      return FailoverState.of(snapshot, profile).standIns();
    }
    List<String> home = FailoverState.home(profile);
    if (!home.isEmpty()) {
      return home;
    }
    return profile.runners().stream()
        .filter(runner -> runner.role() == RunnerRole.PRIMARY)
        .map(RunnerProfile::github)
        .toList();
  }

  /**
   * Whom the role leaves of those it may leave, when none is named: the only one, else the only one
   * that is offline. Empty where that is not exactly one.
   */
  public static Optional<String> meant(Snapshot snapshot, List<String> leaving) {
    List<String> gone = leaving.stream().filter(snapshot::offline).toList();
    List<String> meant = leaving.size() > 1 ? gone : leaving;
    return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
  }

  /** The labels that GitHub has for a runner in this picture; empty where it lists none. */
  public static List<String> labels(Snapshot snapshot, String runner) {
    return GithubSight.in(snapshot)
        .flatMap(sight -> sight.runner(runner))
        .map(GithubRunner::labels)
        .orElse(List.of());
  }
}
