package io.signalbox.handover;

import io.signalbox.failover.Candidate;
import io.signalbox.failover.CandidateTable;
import io.signalbox.failover.Check;
import io.signalbox.model.RoleMove;
import io.signalbox.profile.HostProfile;
import io.signalbox.remote.CommandResult;
import io.signalbox.remote.Probe;
import io.signalbox.remote.RemoteException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Completes the table of candidates by what only their own machines can tell. Blocks; reads. */
public final class CandidateExam {
  private final HandoverSetup setup;

  /** For a profile's runners. */
  public CandidateExam(HandoverSetup setup) {
    this.setup = setup;
  }

  /**
   * Every runner, also those that cannot stand for it; those that fail already are not bothered
   * over SSH.
   */
  public List<Candidate> table(RoleMove move, String from) throws InterruptedException {
    List<Candidate> rows = new ArrayList<>();
    for (Candidate row :
        CandidateTable.everyone(setup.snapshots().get(), setup.profile(), move, from)) {
      rows.add(row.qualifies() ? examined(row) : row);
    }
    return List.copyOf(rows);
  }

  /** One row by name, with the question of reachability asked. */
  Optional<Candidate> row(RoleMove move, String from, String name) throws InterruptedException {
    for (Candidate row : CandidateTable.of(setup.snapshots().get(), setup.profile(), move, from)) {
      if (row.runner().equals(name)) {
        return Optional.of(examined(row));
      }
    }
    return Optional.empty();
  }

  private Candidate examined(Candidate row) throws InterruptedException {
    List<URI> addresses = setup.profile().failover().reachability();
    boolean reached = setup.profile().host(row.host()).map(HostProfile::ssh).isPresent();
    if (addresses.isEmpty() || !reached) {
      return addresses.isEmpty()
          ? row
          : row.with(
              new Check(
                  Candidate.REACHABILITY,
                  Check.Verdict.NOT_CHECKED,
                  "the profile does not say how its machine is reached (hosts[].ssh)"));
    }
    Check.Verdict worst = Check.Verdict.PASS;
    List<String> words = new ArrayList<>();
    for (URI address : addresses) {
      Check one = reach(row.host(), address);
      words.add(one.observed());
      worst = worse(worst, one.verdict());
    }
    return row.with(new Check(Candidate.REACHABILITY, worst, String.join("; ", words)));
  }

  private static Check.Verdict worse(Check.Verdict one, Check.Verdict other) {
    if (one == Check.Verdict.FAIL || other == Check.Verdict.FAIL) {
      return Check.Verdict.FAIL;
    }
    return other == Check.Verdict.NOT_CHECKED ? other : one;
  }

  private Check reach(String host, URI address) throws InterruptedException {
    try {
      CommandResult result = setup.shell().read(host, new Probe.Reach(address));
      return judged(host, address, result);
    } catch (RemoteException e) {
      return check(Check.Verdict.FAIL, address + " could not be asked: " + e.getMessage());
    }
  }

  /** curl and wget end with 0 for an answer; wget with 8 for one that is an error. */
  private static Check judged(String host, URI address, CommandResult result) {
    String[] said = result.out().isEmpty() ? new String[0] : result.out().getFirst().split(" ");
    if (!result.ok() || said.length != 3) {
      return check(
          Check.Verdict.NOT_CHECKED,
          address + " could not be asked from " + host + ": " + result.words());
    }
    String tool = said[0];
    boolean answered = said[1].equals("0");
    return switch (tool) {
      case "none" ->
          check(
              Check.Verdict.NOT_CHECKED, host + " has neither curl nor wget nor bash to ask with");
      case "curl" ->
          answered && said[2].matches("[1234]\\d\\d")
              ? check(Check.Verdict.PASS, address + " answers " + said[2] + " from " + host)
              : check(
                  Check.Verdict.FAIL,
                  address
                      + (answered ? " answers " + said[2] : " does not answer")
                      + " from "
                      + host);
      default ->
          answered
              ? check(Check.Verdict.PASS, address + " answers from " + host + " (" + tool + ")")
              : check(
                  Check.Verdict.FAIL,
                  address + " does not answer from " + host + " (" + tool + " " + said[1] + ")");
    };
  }

  private static Check check(Check.Verdict verdict, String words) {
    return new Check(Candidate.REACHABILITY, verdict, words);
  }
}
