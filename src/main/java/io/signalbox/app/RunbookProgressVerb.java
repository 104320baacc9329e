package io.signalbox.app;

import io.signalbox.procedure.FileProgress;
import io.signalbox.runbook.RunbookProgress;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code signalbox runbook progress}: what became of each step so far, and on which machine. */
@Command(
    name = "progress",
    description = "Shows where the work on a runbook stands; changes nothing.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:shown", "2:bad usage or profile, or no such runbook"})
final class RunbookProgressVerb extends ChosenRunbookVerb {
  RunbookProgressVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int call(RunbookChoice.Chosen chosen, CommandLine line) {
    FileProgress kept =
        FileProgress.of(surroundings.folders().state(), chosen.profile().environment().name());
    var shelved = chosen.shelved();
    RunbookProgress progress = kept.load(shelved.key(), shelved.runbook());
    if (!progress.note().isEmpty()) {
      line.getErr().println(progress.note());
    }
    line.getOut().print(print(new ProgressView(shelved, progress, surroundings.clock().instant())));
    line.getOut().flush();
    line.getErr().flush();
    return ExitCode.OK;
  }
}
