package io.signalbox.app;

import io.signalbox.procedure.FileProgress;
import io.signalbox.procedure.RunbookShelf;
import io.signalbox.procedure.Shelved;
import io.signalbox.procedure.ShippedRunbooks;
import io.signalbox.profile.Profile;
import io.signalbox.runbook.RunbookProgress;
import io.signalbox.runbook.Step;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code signalbox runbook show}: one runbook, and with a profile where its steps stand. */
@Command(
    name = "show",
    description = "Shows one runbook with its steps.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:shown", "2:bad usage or profile, or no such runbook"})
final class RunbookShowVerb implements Callable<Integer> {
  private final Surroundings surroundings;
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A file, or a name from the list.")
  private String file = "";

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description = "The environment whose folders and progress are looked at.")
  private @Nullable Path profile;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  RunbookShowVerb(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    CommandLine line = Console.of(spec);
    Profile environment = null;
    if (profile != null) {
      Optional<Profile> read =
          ProfileOption.read(profile, surroundings.folders().home(), line.getErr());
      if (read.isEmpty()) {
        return ExitCode.BAD_USAGE_OR_PROFILE;
      }
      environment = read.get();
    }
    Optional<Shelved> found =
        environment == null ? alone(file) : new RunbookShelf(environment).find(file);
    if (found.isEmpty()) {
      line.getErr().println("no runbook `" + file + "`: give a file, or a name from the list");
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    RunbookProgress progress =
        environment == null
            ? null
            : FileProgress.of(surroundings.folders().state(), environment.environment().name())
                .load(found.get().key(), found.get().runbook());
    line.getOut()
        .print(
            json
                ? RunbookJson.text(RunbookJson.whole(found.get(), progress)) + "\n"
                : text(found.get(), progress));
    line.getOut().flush();
    return ExitCode.OK;
  }

  private static Optional<Shelved> alone(String name) {
    Optional<Shelved> file = RunbookShelf.file(name);
    return file.isPresent() || !ShippedRunbooks.NAMES.contains(name)
        ? file
        : Optional.of(new Shelved(name, "", ShippedRunbooks.read(name)));
  }

  private static String text(Shelved shelved, @Nullable RunbookProgress progress) {
    StringBuilder out = new StringBuilder(shelved.runbook().title()).append('\n');
    for (Step step : shelved.runbook().steps()) {
      String state = progress == null ? "" : "  " + progress.state(step).word();
      out.append(
          "%n%s  (line %d, %s, %s)%s%n"
              .formatted(
                  step.name(),
                  step.line(),
                  step.language().isEmpty() ? "no language" : step.language(),
                  step.runnable() ? step.danger().word() : "shown: " + RunbookJson.reason(step),
                  state));
      step.text().lines().forEach(one -> out.append("    ").append(one).append('\n'));
    }
    return out.toString();
  }
}
