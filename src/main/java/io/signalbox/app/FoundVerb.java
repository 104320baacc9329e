package io.signalbox.app;

import io.signalbox.action.ActionException;
import io.signalbox.profile.Profile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signalbox found}: what an operator found out about an action of unknown outcome. */
@Command(
    name = "found",
    description =
        "Records what was found about a run of unknown outcome, so that it blocks no more.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:recorded",
      "2:bad usage or profile, or no such run is open",
      "3:it could not be recorded",
      "75:the journal is held by another"
    })
final class FoundVerb extends ProfileVerb {
  @Parameters(paramLabel = "RUN", description = "The run's id.")
  private String run = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "What was found on its target.")
  private String reason = "";

  FoundVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int call(Profile profile, CommandLine line) {
    try (Station station = new Station(profile, surroundings)) {
      if (station.journalHeldByAnother()) {
        line.getErr().println(station.desk().whyReadOnly());
        return ExitCode.HELD_BY_ANOTHER;
      }
      if (station.desk().found(run, reason)) {
        line.getOut().println("recorded: run " + run + " stands in nobody's way any more");
        line.getOut().flush();
        return ExitCode.OK;
      }
      line.getErr().println("no run " + run + " of unknown outcome is on record here");
      return ExitCode.BAD_USAGE_OR_PROFILE;
    } catch (ActionException e) {
      line.getErr().println(e.getMessage());
      return ExitCode.NOT_RUN;
    }
  }
}
