package io.signalbox.app;

import io.signalbox.action.Intent;
import io.signalbox.profile.Profile;
import io.signalbox.snapshot.Snapshot;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signalbox run-step}: one step on a runner's host, on the same road as in the window. */
@Command(
    name = "run-step",
    description = "Plans one step on a runner's host, or carries it out.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done and verified; or only planned",
      "1:failed",
      "2:bad usage or profile",
      "3:refused by a rule, read-only or not confirmed: nothing was sent",
      "4:outcome unknown",
      "6:done, not verified",
      "75:the journal or the environment's lock is held by another"
    })
final class RunStepVerb extends ActionVerb {
  @Option(names = "--runner", required = true, description = "The runner's name on GitHub.")
  private String runner = "";

  @Option(
      names = "--step",
      required = true,
      description = "check-service (reads only) or restart-service.")
  private String step = "";

  RunStepVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String wrongUsage() {
    return intent().isEmpty()
        ? "unknown step `" + step + "`: use check-service or restart-service"
        : "";
  }

  @Override
  int call(Profile profile, CommandLine line) throws InterruptedException {
    try (Station station = new Station(profile, surroundings)) {
      station.start();
      Snapshot seen = station.awaitFirstReadings();
      if (seen.runner(runner).isEmpty()) {
        line.getErr().println("no runner `" + runner + "` in the profile or on GitHub");
        return ExitCode.BAD_USAGE_OR_PROFILE;
      }
      return new ActionSession(station, surroundings, plans, given, line)
          .carryOut(intent().orElseThrow());
    }
  }

  private Optional<Intent> intent() {
    return switch (step) {
      case "check-service" -> Optional.of(new Intent.CheckService(runner));
      case "restart-service" -> Optional.of(new Intent.RestartService(runner));
      default -> Optional.empty();
    };
  }
}
