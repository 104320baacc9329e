package io.signalbox.handover;

import io.signalbox.action.Ground;
import io.signalbox.failover.Candidate;
import io.signalbox.failover.CandidateTable;
import io.signalbox.failover.Check;
import io.signalbox.failover.Escalation;
import io.signalbox.failover.TwoMachines;
import io.signalbox.interlock.Grounds;
import io.signalbox.model.RoleMove;
import io.signalbox.snapshot.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the taker of a role is on another machine and fit for it: when planned, and later. */
final class MoveGrounds implements Ground {
  /** Judged by rules of their own. */
  private static final Set<String> ELSEWHERE = Set.of("different-host", "idle");

  private final HandoverSetup setup;
  private final CandidateExam exam;
  private final RoleMove move;
  private final String from;
  private final Candidate planned;

  /**
   * For one move.
   *
   * @param planned the taker as it was examined for the plan
   */
  MoveGrounds(
      HandoverSetup setup, CandidateExam exam, RoleMove move, String from, Candidate planned) {
    this.setup = setup;
    this.exam = exam;
    this.move = move;
    this.from = from;
    this.planned = planned;
  }

  /** As it was planned. */
  Grounds planned() {
    return of(setup.snapshots().get(), Optional.of(planned));
  }

  /** What only its machine can tell is kept from the plan. */
  @Override
  public Grounds seen() {
    Snapshot snapshot = setup.snapshots().get();
    Optional<Check> reached =
        planned.checks().stream()
            .filter(check -> check.id().equals(Candidate.REACHABILITY))
            .findFirst();
    return of(
        snapshot,
        CandidateTable.of(snapshot, setup.profile(), move, from).stream()
            .filter(row -> row.runner().equals(planned.runner()))
            .map(row -> reached.map(row::with).orElse(row))
            .findFirst());
  }

  @Override
  public Grounds read() throws InterruptedException {
    Optional<Candidate> row = exam.row(move, from, planned.runner());
    return of(setup.snapshots().get(), row);
  }

  private Grounds of(Snapshot snapshot, Optional<Candidate> row) {
    Instant now = setup.clock().instant();
    String taker = planned.runner();
    TwoMachines machines = TwoMachines.of(setup.profile(), snapshot, from, taker);
    List<String> against =
        row.stream()
            .flatMap(one -> one.checks().stream())
            .filter(check -> check.fails() && !ELSEWHERE.contains(check.id()))
            .map(check -> check.id() + ": " + check.observed())
            .toList();
    boolean fit = row.isPresent() && against.isEmpty();
    String words =
        fit
            ? taker + " qualifies"
            : row.isEmpty()
                ? taker + " is a candidate no more"
                : taker + " does not qualify: " + String.join("; ", against) + down(snapshot);
    return new Grounds(
        new Grounds.Independence(machines.proved(), taker + " is " + machines.words(), now),
        null,
        new Grounds.Fitness(fit, words, now));
  }

  private String down(Snapshot snapshot) {
    return Escalation.of(snapshot, setup.profile())
        .map(
            card ->
                "; nobody can deploy, so escalate: "
                    + card.steps().stream()
                        .filter(Escalation.Step::due)
                        .map(Escalation.Step::what)
                        .collect(Collectors.joining("; ")))
        .orElse("");
  }
}
