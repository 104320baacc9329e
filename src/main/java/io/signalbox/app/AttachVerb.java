package io.signalbox.app;

import io.signalbox.action.ActionException;
import io.signalbox.action.Evidence;
import io.signalbox.action.Outcome;
import io.signalbox.action.PendingActions;
import io.signalbox.action.Verdict;
import io.signalbox.command.Afterwards;
import io.signalbox.command.RunLines;
import io.signalbox.command.RunVerdict;
import io.signalbox.interlock.Pending;
import io.signalbox.profile.Profile;
import io.signalbox.remote.OutputSink;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.durable.DurableRuns;
import io.signalbox.remote.durable.RunStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code signalbox attach}: a run's output from the first byte, and its verdict. */
@Command(
    name = "attach",
    description = "Prints a run's whole output, follows it, and ends with the run's verdict.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done and verified",
      "1:failed, or done but not as intended",
      "2:bad usage or profile, or no such run",
      "3:the run was never begun",
      "4:outcome unknown",
      "6:done, not verified",
      "8:cancelled"
    })
final class AttachVerb extends ProfileVerb {
  @Parameters(paramLabel = "RUN", description = "The run's id.")
  private String run = "";

  AttachVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int call(Profile profile, CommandLine line) throws InterruptedException {
    if (!RunId.valid(run)) {
      line.getErr().println("`" + run + "` is not a run's id");
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    try (Station station = new Station(profile, surroundings)) {
      RunFinder.Seen seen = new RunFinder(profile, station.runs()).one(run);
      seen.silent().forEach((host, why) -> line.getErr().println(host + ": " + why));
      Optional<RunStatus> found = seen.run(run);
      if (found.isEmpty()) {
        return missing(station, profile, seen, line);
      }
      for (String trouble : station.sources().learnTokens()) {
        line.getErr().println("a token that cannot be hidden in what follows: " + trouble);
      }
      return RollbackAfterwards.rollback(found.get())
          ? watch(station, found.get(), line)
          : follow(station, found.get().host(), line);
    }
  }

  private int follow(Station station, String host, CommandLine line) throws InterruptedException {
    RunStatus status;
    try (RunLines lines = RunLines.whole(print(line), station.clock(), station.secrets())) {
      status = station.runs().follow(host, run, lines, DurableRuns.PATIENCE);
    }
    line.getOut().flush();
    if (status == null) {
      return goesOn(host, line);
    }
    return end(station, outcome(station, status, line), line);
  }

  /**
   * What an exit code does not prove has to be proved by what is read from now on, as its own
   * console would have.
   */
  private static Outcome outcome(Station station, RunStatus status, CommandLine line)
      throws InterruptedException {
    Optional<Afterwards> proof =
        station.proofs().stream().filter(one -> one.proves(status)).findFirst();
    if (proof.isEmpty()) {
      return RunVerdict.of(status);
    }
    line.getErr().println("the command ended well; looking for the proof of it");
    line.getErr().flush();
    station.start();
    var _ = station.awaitFirstReadings();
    Map<String, Evidence> seen = new LinkedHashMap<>();
    Outcome proved = proof.get().prove(status, evidence -> seen.put(evidence.what(), evidence));
    seen.values()
        .forEach(
            one ->
                line.getErr()
                    .println(one.what() + ": " + one.result().word() + ", " + one.observed()));
    return proved;
  }

  /** A rollback's verdict rests on its events and on what is read back, not on its exit code. */
  private int watch(Station station, RunStatus found, CommandLine line)
      throws InterruptedException {
    Optional<Outcome> outcome =
        new RollbackAfterwards(station.rollback())
            .attach(
                found,
                print(line),
                proof ->
                    line.getErr()
                        .println(
                            "%-12s %s: %s"
                                .formatted(proof.result().word(), proof.what(), proof.observed())));
    return outcome.isEmpty() ? goesOn(found.host(), line) : end(station, outcome.get(), line);
  }

  private static int goesOn(String host, CommandLine line) {
    line.getErr().println("the run goes on on " + host + "; attach to it again later");
    return Verdict.UNKNOWN.exitCode();
  }

  private static OutputSink print(CommandLine line) {
    return new RunPrint(line.getOut(), line.getErr());
  }

  private int end(Station station, Outcome outcome, CommandLine line) {
    String words = outcome.error() == null ? "" : ": " + outcome.error();
    line.getErr().println(outcome.verdict().words() + words);
    try {
      if (pending().isPresent() && station.desk().whyReadOnly().isEmpty()) {
        boolean _ = station.desk().settle(run, outcome);
      }
    } catch (ActionException e) {
      line.getErr().println("the outcome is not on record: " + e.getMessage());
    }
    line.getErr().flush();
    return outcome.verdict().exitCode();
  }

  /** Another console's run that is on no host: it may have taken the lock and come no further. */
  private int elsewhere(Station station, CommandLine line) throws InterruptedException {
    Optional<String> held;
    try {
      held = station.runs().heldBy(run);
    } catch (RemoteException e) {
      line.getErr()
          .println("whether run " + run + " holds the lock is not known: " + e.getMessage());
      return Verdict.UNKNOWN.exitCode();
    }
    if (held.isEmpty()) {
      line.getErr().println("there is no run " + run + " on any host of the profile");
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    line.getErr()
        .println(
            "run "
                + run
                + " is on no host, but "
                + held.get()
                + ". It may be about to start, or its console is gone: attach from there settles"
                + " it, and signalbox break-lock "
                + run
                + " --host NAME sets the lock aside");
    return Verdict.UNKNOWN.exitCode();
  }

  private Optional<Pending> pending() throws ActionException {
    return PendingActions.in(surroundings.folders().state()).stream()
        .filter(one -> one.id().equals(run))
        .findFirst();
  }

  private int missing(Station station, Profile environment, RunFinder.Seen seen, CommandLine line)
      throws InterruptedException {
    Optional<Pending> pending;
    boolean arrived = false;
    try {
      pending = pending();
      if (pending.isPresent()) {
        arrived = !NeverArrived.is(pending.get(), environment, surroundings.folders().state());
      }
    } catch (ActionException e) {
      line.getErr().println(e.getMessage());
      return Verdict.UNKNOWN.exitCode();
    }
    if (!seen.silent().isEmpty()) {
      line.getErr().println("run " + run + " is on none of the hosts that answered");
      return Verdict.UNKNOWN.exitCode();
    }
    if (pending.isEmpty()) {
      return elsewhere(station, line);
    }
    if (arrived) {
      line.getErr()
          .println(
              pending.get().verb()
                  + " "
                  + run
                  + " was begun, and no host keeps anything of it to read its outcome from. Look at"
                  + " "
                  + pending.get().target()
                  + ", then record it: signalbox found "
                  + run
                  + " --profile FILE --reason TEXT");
      return Verdict.UNKNOWN.exitCode();
    }
    if (station.desk().whyReadOnly().isEmpty()) {
      // the journal is ours, so whoever was about to start it is gone: so is the need for its lock
      try {
        station.runs().forgo(run);
      } catch (RemoteException e) {
        line.getErr().println("its lock could not be given up: " + e.getMessage());
      }
    }
    return end(
        station, new Outcome(Verdict.NOT_RUN, "run " + run + " never arrived on its host"), line);
  }
}
