package io.signalbox.command;

import io.signalbox.action.Evidence;
import io.signalbox.action.Evidence.Result;
import io.signalbox.action.Outcome;
import io.signalbox.action.Verdict;
import io.signalbox.remote.durable.RunStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a run's state on its host means; the same whoever asks, and whenever. */
public final class RunVerdict {
  /** What the evidence is called that tells of a lock held by somebody else. */
  public static final String LOCK = Evidence.LOCK;

  private RunVerdict() {}

  /** The verdict, with words where it is not plain success. */
  public static Outcome of(RunStatus run) {
    return switch (run.state()) {
      case NEVER_STARTED ->
          new Outcome(Verdict.NOT_RUN, "run " + run.id() + " never arrived on " + run.host());
      case STILLBORN ->
          new Outcome(
              Verdict.NOT_RUN,
              "run " + run.id() + " was prepared on " + run.host() + " but never began");
      case PREPARING, RUNNING -> new Outcome(Verdict.RUNNING, "it runs on " + run.host());
      case LOST -> lost(run);
      case FINISHED -> finished(run);
    };
  }

  private static Outcome lost(RunStatus run) {
    if (run.aborted() && run.left() == 0) {
      return cancelled();
    }
    return new Outcome(
        Verdict.UNKNOWN,
        "run "
            + run.id()
            + " on "
            + run.host()
            + " has neither a result nor a process of its own: it was killed, or the machine"
            + " rebooted"
            + (run.left() > 0 ? "; " + run.left() + " processes of it are alive still" : "")
            + ". Look at the machine, then record what was found");
  }

  private static Outcome cancelled() {
    return new Outcome(
        Verdict.CANCELLED,
        "an operator had it ended; what it was at may be done in part: read it back");
  }

  private static Outcome finished(RunStatus run) {
    Integer code = run.exitCode();
    if (code == null) {
      return new Outcome(Verdict.UNKNOWN, "its result is not readable");
    }
    if (run.aborted()) {
      return cancelled();
    }
    if (run.timedOut()) {
      return new Outcome(Verdict.FAILED, "its hard limit had it ended, exit code " + code);
    }
    if (code != 0) {
      return new Outcome(Verdict.FAILED, "the command ended with exit code " + code);
    }
    Integer proof = run.verifyCode();
    if (proof == null) {
      boolean wanted = run.meta() != null && !run.meta().verify().isEmpty();
      return new Outcome(
          Verdict.SUCCEEDED_UNVERIFIED, wanted ? "what was to prove it could not be run" : null);
    }
    return proof == 0
        ? Outcome.of(Verdict.SUCCEEDED_VERIFIED)
        : new Outcome(
            Verdict.FAILED_VERIFY, "the command ended well, but its proof with exit code " + proof);
  }

  /** What was read back, at this time. */
  public static List<Evidence> evidence(RunStatus run, Instant at) {
    List<Evidence> read = new ArrayList<>();
    Integer code = run.exitCode();
    if (code == null) {
      read.add(new Evidence("Exit code", Result.NOT_READABLE, run.state().word(), at));
    } else {
      Result result = code == 0 ? Result.PROVED : Result.DISPROVED;
      read.add(new Evidence("Exit code", result, "exit code " + code, at));
    }
    if (run.meta() != null && !run.meta().verify().isEmpty() && code != null && code == 0) {
      Integer proof = run.verifyCode();
      Result result =
          proof == null ? Result.NOT_READABLE : proof == 0 ? Result.PROVED : Result.DISPROVED;
      read.add(
          new Evidence("Verify", result, proof == null ? "not run" : "exit code " + proof, at));
    }
    return read;
  }
}
