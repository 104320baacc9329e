package io.signalbox.app;

import io.signalbox.procedure.FileProgress;
import io.signalbox.runbook.RunbookProgress;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code signalbox runbook progress}: what became of each step so far, and on which machine. */
@Command(
    name = "progress",
    description = "Shows where the work on a runbook stands; changes nothing.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:shown", "2:bad usage or profile, or no such runbook"})
final class RunbookProgressVerb implements Callable<Integer> {
  private final Surroundings surroundings;
  @Spec private @Nullable CommandSpec spec;
  @Mixin private RunbookChoice choice = new RunbookChoice();

  RunbookProgressVerb(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    CommandLine line = Console.of(spec);
    Optional<RunbookChoice.Chosen> chosen = choice.chosen(surroundings, line.getErr());
    if (chosen.isEmpty()) {
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    FileProgress kept =
        FileProgress.of(
            surroundings.folders().state(), chosen.get().profile().environment().name());
    var shelved = chosen.get().shelved();
    RunbookProgress progress = kept.load(shelved.key(), shelved.runbook());
    if (!progress.note().isEmpty()) {
      line.getErr().println(progress.note());
    }
    line.getOut()
        .print(choice.print(new ProgressView(shelved, progress, surroundings.clock().instant())));
    line.getOut().flush();
    line.getErr().flush();
    return ExitCode.OK;
  }
}
