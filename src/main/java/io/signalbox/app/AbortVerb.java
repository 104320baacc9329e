package io.signalbox.app;

import io.signalbox.action.Intent;
import io.signalbox.profile.Profile;
import io.signalbox.remote.durable.RunStatus;
import java.time.Duration;
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
final class AbortVerb implements Callable<Integer> {
  private final Surroundings surroundings;
  @Spec private @Nullable CommandSpec spec;
  @Mixin private ProfileOption profile = new ProfileOption();
  @Mixin private PlanOptions plans = new PlanOptions();
  @Mixin private ConfirmOptions given = new ConfirmOptions();

  @Parameters(paramLabel = "RUN", description = "The run's id.")
  private String run = "";

  @Option(
      names = "--grace",
      paramLabel = "SECONDS",
      description = "Between TERM and KILL; 30 by default.")
  private int grace = 30;

  AbortVerb(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    CommandLine line = Console.of(spec);
    Optional<Profile> read = profile.read(surroundings.folders().home(), line.getErr());
    if (read.isEmpty() || given.reasonMissing(line.getErr())) {
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    if (!RunId.valid(run) || grace < 0 || grace > 3600) {
      line.getErr().println("`" + run + "` is not a run's id, or --grace is not 0 to 3600");
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    try (Station station = new Station(read.get(), surroundings)) {
      ActionSession session = new ActionSession(station, surroundings, plans, given, line);
      RunFinder.Seen seen = new RunFinder(read.get(), station.runs()).one(run);
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
