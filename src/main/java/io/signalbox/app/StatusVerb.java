package io.signalbox.app;

import io.signalbox.profile.Profile;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SourceHealth;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code signalbox status}: one reconciled snapshot. */
@Command(
    name = "status",
    description = "Prints one reconciled snapshot of the environment.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:printed", "2:the profile has mistakes", "5:no source could be read"})
final class StatusVerb implements Callable<Integer> {
  private final Surroundings surroundings;
  @Spec private @Nullable CommandSpec spec;
  @Mixin private ProfileOption profile = new ProfileOption();

  @Option(names = "--json", description = "As JSON instead of a table.")
  private boolean json;

  StatusVerb(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    var line = Console.of(spec);
    Optional<Profile> read = profile.read(surroundings.folders().home(), line.getErr());
    if (read.isEmpty()) {
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    try (Station station = new Station(read.get(), surroundings)) {
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
