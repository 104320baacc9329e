package io.signalbox.app;

import io.signalbox.action.Intent;
import io.signalbox.profile.Profile;
import io.signalbox.remote.durable.RunStatus;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signalbox abort}: ends a run and proves that nothing of it is left. */
@Command(
    name = "abort",
    description = "Ends a run: TERM, a grace, KILL, and the proof that nothing of it is left.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:nothing of it is left; or only planned",
      "1:processes of it are alive still",
      "2:bad usage or profile, or no such run",
      "3:refused by a rule, read-only or not confirmed: nothing was sent",
      "4:what is left is not known",
      "75:the journal is held by another"
    })
final class AbortVerb extends ActionVerb {
  @Parameters(paramLabel = "RUN", description = "The run's id.")
  private String run = "";

  @Option(
      names = "--grace",
      paramLabel = "SECONDS",
      description = "Between TERM and KILL; 30 by default.")
  private int grace = 30;

  AbortVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int call(Profile profile, CommandLine line) throws InterruptedException {
    if (!RunId.valid(run) || grace < 0 || grace > 3600) {
      line.getErr().println("`" + run + "` is not a run's id, or --grace is not 0 to 3600");
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    try (Station station = new Station(profile, surroundings)) {
      ActionSession session = new ActionSession(station, surroundings, plans, given, line);
      RunFinder.Seen seen = new RunFinder(profile, station.runs()).one(run);
      Optional<RunStatus> found = seen.run(run);
      if (found.isEmpty()) {
        seen.silent().forEach((host, why) -> line.getErr().println(host + ": " + why));
        if (seen.silent().isEmpty()) {
          line.getErr().println("run " + run + " was found on no host of the profile");
          return ExitCode.BAD_USAGE_OR_PROFILE;
        }
        return session.unknown(
            "run "
                + run
                + " is on none of the hosts that answered; silent: "
                + String.join(", ", seen.silent().keySet())
                + ". Nothing was sent; whether anything of it is left is not known");
      }
      return session.carryOut(
          new Intent.AbortRun(found.get().host(), run, Duration.ofSeconds(grace)));
    }
  }
}
