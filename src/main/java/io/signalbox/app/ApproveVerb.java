package io.signalbox.app;

import io.signalbox.action.ActionException;
import io.signalbox.approval.ApprovalRequest;
import io.signalbox.approval.Approver;
import io.signalbox.profile.Profile;
import io.signalbox.remote.ssh.SshShell;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
final class ApproveVerb implements Callable<Integer> {
  private final Surroundings surroundings;
  @Spec private @Nullable CommandSpec spec;
  @Mixin private ProfileOption profile = new ProfileOption();

  @Parameters(paramLabel = "REQUEST", description = "The request's path or the plan's id.")
  private String request = "";

  @Option(
      names = "--key",
      paramLabel = "KEYFILE",
      description = "Your private key; without it the request is only shown.")
  private @Nullable Path key;

  ApproveVerb(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    CommandLine line = Console.of(spec);
    Optional<Profile> read = profile.read(surroundings.folders().home(), line.getErr());
    if (read.isEmpty()) {
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    Profile environment = read.get();
    try (SshShell shell =
        new SshShell(
            environment,
            SshShell.files(
                environment, surroundings.folders().home(), surroundings.environment()))) {
      Approver approver =
          new Approver(
              RequestBoxes.of(environment, shell, surroundings.folders().state(), request),
              environment,
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
