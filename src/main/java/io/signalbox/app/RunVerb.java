package io.signalbox.app;

import io.signalbox.action.Intent;
import io.signalbox.profile.Profile;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signalbox run}: one command on one host, which outlives this process. */
@Command(
    name = "run",
    description = "Plans one command on a host, or carries it out and follows it.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done and verified; or only planned",
      "1:failed, or done but not as intended",
      "2:bad usage or profile",
      "3:refused by a rule, read-only or not confirmed: nothing was sent",
      "4:outcome unknown",
      "6:done, not verified",
      "8:cancelled",
      "75:the journal or the environment's lock is held by another"
    })
final class RunVerb extends ActionVerb {
  @Option(names = "--host", required = true, description = "The host's name in the profile.")
  private String host = "";

  @Option(
      names = "--verify",
      paramLabel = "CMD",
      description = "A shell command that proves it there afterwards by ending with 0.")
  private String verify = "";

  @Parameters(arity = "1..*", paramLabel = "ARG", description = "The command, behind --.")
  private List<String> argv = List.of();

  RunVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int call(Profile profile, CommandLine line) throws InterruptedException {
    if (profile.host(host).isEmpty()) {
      line.getErr().println("no host `" + host + "` in the profile");
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    List<String> proof = verify.isBlank() ? List.of() : List.of("/bin/sh", "-c", verify);
    try (Station station = new Station(profile, surroundings)) {
      station.start();
      var _ = station.awaitFirstReadings();
      return new ActionSession(station, surroundings, plans, given, line)
          .carryOut(new Intent.RunCommand(host, argv, proof));
    }
  }
}
