package io.signalbox.procedure;

import io.signalbox.action.ActionException;
import io.signalbox.action.Evidence;
import io.signalbox.action.Evidence.Result;
import io.signalbox.action.Outcome;
import io.signalbox.action.Verdict;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.PermitRefusedException;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.remote.CommandResult;
import io.signalbox.remote.OutputSink;
import io.signalbox.remote.RemoteException;
import io.signalbox.runbook.Verify;

/** Runs a step that only reads, and its proof. */
final class LookStep implements StepWork {
  private final ProcedureSetup setup;
  private final ReadyStep ready;
  private final String host;

  LookStep(ProcedureSetup setup, ReadyStep ready, String host) {
    this.setup = setup;
    this.ready = ready;
    this.host = host;
  }

  @Override
  public Outcome carryOut(Permit permit, Plan plan, Heard heard)
      throws ActionException, InterruptedException {
    CommandResult result;
    try {
      result = run(permit, plan, new RemoteCommand(host, ready.argv()), heard.sink());
    } catch (PermitRefusedException | RemoteException e) {
      return new Outcome(Verdict.NOT_RUN, e.getMessage() + " — nothing was sent");
    }
    var clock = setup.command().clock();
    Integer code = result.exitStatus();
    Result read = code == null ? Result.NOT_READABLE : code == 0 ? Result.PROVED : Result.DISPROVED;
    heard.evidence(new Evidence("Exit code", read, result.words(), clock.instant()));
    if (code == null) {
      return new Outcome(
          Verdict.UNKNOWN, result.words() + "; it only reads, so it can be run again");
    }
    Verify verify = ready.verify();
    Outcome outcome =
        new StepProof(setup.queries(), clock)
            .judge(verify, code, heard.lines(), Verdict.SUCCEEDED_VERIFIED, heard);
    boolean proof = outcome.verdict() == Verdict.SUCCEEDED_VERIFIED && !ready.proof().isEmpty();
    return proof ? prove(permit, plan, heard) : outcome;
  }

  private Outcome prove(Permit permit, Plan plan, Heard heard) throws InterruptedException {
    try {
      OutputSink sink = (error, text) -> heard.say(error, "verify: " + text);
      CommandResult result = run(permit, plan, new RemoteCommand(host, ready.proof()), sink);
      Result read =
          result.unknown() ? Result.NOT_READABLE : result.ok() ? Result.PROVED : Result.DISPROVED;
      heard.evidence(
          new Evidence("Verify", read, result.words(), setup.command().clock().instant()));
      return result.ok()
          ? Outcome.of(Verdict.SUCCEEDED_VERIFIED)
          : new Outcome(
              result.unknown() ? Verdict.SUCCEEDED_UNVERIFIED : Verdict.FAILED_VERIFY,
              "the step ended well, but its proof: " + result.words());
    } catch (PermitRefusedException | RemoteException e) {
      return new Outcome(
          Verdict.SUCCEEDED_UNVERIFIED, "its proof could not be run: " + e.getMessage());
    }
  }

  private CommandResult run(Permit permit, Plan plan, RemoteCommand command, OutputSink sink)
      throws RemoteException, PermitRefusedException, InterruptedException {
    return setup.command().shell().run(permit, plan, command, sink);
  }
}
