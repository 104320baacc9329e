package io.signalbox.app;

import io.signalbox.action.ActionException;
import io.signalbox.approval.ApprovalRequest;
import io.signalbox.approval.Approver;
import io.signalbox.profile.Profile;
import io.signalbox.remote.ssh.SshShell;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signalbox approve}: the second person reads a request, and signs it. */
@Command(
    name = "approve",
    description = "Shows another operator's request, and signs it with your key.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:approved; or only shown",
      "2:bad usage or profile",
      "3:no such request, altered, expired, answered already or your own: nothing was signed"
    })
final class ApproveVerb extends ProfileVerb {
  @Parameters(paramLabel = "REQUEST", description = "The request's path or the plan's id.")
  private String request = "";

  @Option(
      names = "--key",
      paramLabel = "KEYFILE",
      description = "Your private key; without it the request is only shown.")
  private @Nullable Path key;

  ApproveVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int call(Profile profile, CommandLine line) throws InterruptedException {
    try (SshShell shell =
        new SshShell(
            profile,
            SshShell.files(profile, surroundings.folders().home(), surroundings.environment()))) {
      Approver approver =
          new Approver(
              RequestBoxes.of(profile, shell, surroundings.folders().state(), request),
              profile,
              surroundings.environment());
      return approve(approver, line);
    }
  }

  private int approve(Approver approver, CommandLine line) throws InterruptedException {
    try {
      Optional<ApprovalRequest> found = approver.request(request);
      if (found.isEmpty()) {
        line.getErr().println("no request " + request + " where this profile keeps them");
        return ExitCode.NOT_RUN;
      }
      ApprovalRequest asked = found.get();
      line.getOut().print(RunText.plan(asked.plan()));
      line.getOut()
          .println("  asks    " + RunText.words(asked.requester() + ": " + asked.reason()));
      line.getOut().println("  until   " + asked.deadline());
      line.getOut().println("  hash    " + asked.planHash());
      if (key == null) {
        line.getOut().println("not signed: give --key KEYFILE to approve exactly this");
        return ExitCode.OK;
      }
      String who =
          approver.approve(asked, key, surroundings.actor(), surroundings.clock().instant());
      line.getOut().println("approved by " + who);
      return ExitCode.OK;
    } catch (ActionException e) {
      line.getErr().println(e.getMessage());
      return ExitCode.NOT_RUN;
    } finally {
      line.getOut().flush();
    }
  }
}
