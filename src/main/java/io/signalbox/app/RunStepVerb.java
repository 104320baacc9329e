package io.signalbox.app;

import io.signalbox.action.Intent;
import io.signalbox.profile.Profile;
import io.signalbox.snapshot.Snapshot;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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
final class RunStepVerb implements Callable<Integer> {
  private final Surroundings surroundings;
  @Spec private @Nullable CommandSpec spec;
  @Mixin private ProfileOption profile = new ProfileOption();

  @Option(names = "--runner", required = true, description = "The runner's name on GitHub.")
  private String runner = "";

  @Option(
      names = "--step",
      required = true,
      description = "check-service (reads only) or restart-service.")
  private String step = "";

  @Mixin private PlanOptions plans = new PlanOptions();
  @Mixin private ConfirmOptions given = new ConfirmOptions();

  RunStepVerb(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    CommandLine line = Console.of(spec);
    Optional<Intent> intent = intent();
    if (intent.isEmpty()) {
      line.getErr().println("unknown step `" + step + "`: use check-service or restart-service");
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    Optional<Profile> read = profile.read(surroundings.folders().home(), line.getErr());
    if (read.isEmpty()) {
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    if (given.reasonMissing(line.getErr())) {
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    try (Station station = new Station(read.get(), surroundings)) {
      station.start();
      Snapshot seen = station.awaitFirstReadings();
      if (seen.runner(runner).isEmpty()) {
        line.getErr().println("no runner `" + runner + "` in the profile or on GitHub");
        return ExitCode.BAD_USAGE_OR_PROFILE;
      }
      return new ActionSession(station, surroundings, plans, given, line).carryOut(intent.get());
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
