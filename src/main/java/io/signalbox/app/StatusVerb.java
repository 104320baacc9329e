package io.signalbox.app;

import io.signalbox.profile.Profile;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SourceHealth;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signalbox status}: one reconciled snapshot. */
@Command(
    name = "status",
    description = "Prints one reconciled snapshot of the environment.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:printed", "2:the profile has mistakes", "5:no source could be read"})
final class StatusVerb extends ProfileVerb {
  @Option(names = "--json", description = "As JSON instead of a table.")
  private boolean json;

  StatusVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int call(Profile profile, CommandLine line) throws InterruptedException {
    try (Station station = new Station(profile, surroundings)) {
      Snapshot snapshot = station.readOnce();
      line.getOut()
          .print(json ? new StatusJson(snapshot).text() + "\n" : new StatusTable(snapshot).text());
      line.getOut().flush();
      for (SourceHealth source : snapshot.sources()) {
        if (source.error() != null) {
          line.getErr().println(source.id().path() + ": " + source.error());
        }
      }
      line.getErr().flush();
      boolean any = snapshot.sources().stream().anyMatch(source -> source.state().fresh());
      return any ? ExitCode.OK : ExitCode.NO_SOURCE_READABLE;
    }
  }
}
