package io.signalbox.app;

import io.signalbox.action.Intent;
import io.signalbox.profile.Profile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code signalbox break-lock}: sets the environment's lock aside, whose holder has to be named.
 */
@Command(
    name = "break-lock",
    description = "Sets aside the environment's lock that a run holds; the last resort.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the lock is free; or only planned",
      "1:it is held still",
      "2:bad usage or profile",
      "3:refused by a rule, read-only or not confirmed: nothing was sent",
      "4:outcome unknown",
      "75:the journal is held by another"
    })
final class BreakLockVerb extends ActionVerb {
  @Option(names = "--host", required = true, description = "The host the next run shall be on.")
  private String host = "";

  @Parameters(paramLabel = "RUN", description = "The run that holds the lock, exactly.")
  private String run = "";

  BreakLockVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int call(Profile profile, CommandLine line) throws InterruptedException {
    if (!RunId.valid(run) || profile.host(host).isEmpty()) {
      line.getErr().println("`" + run + "` is not a run's id, or there is no host `" + host + "`");
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    if (!plans.only() && given.reason().isBlank()) {
      line.getErr().println("breaking a lock needs --reason TEXT: it goes to the journal");
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    try (Station station = new Station(profile, surroundings)) {
      return new ActionSession(station, surroundings, plans, given, line)
          .carryOut(new Intent.BreakLock(host, run));
    }
  }
}
