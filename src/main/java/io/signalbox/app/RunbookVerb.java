package io.signalbox.app;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code signalbox runbook}: its own verbs say what. */
@Command(name = "runbook", description = "Checks, lists, shows and runs runbooks.")
final class RunbookVerb implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  /** With its verbs. */
  static CommandLine line(Surroundings surroundings) {
    return new CommandLine(new RunbookVerb())
        .addSubcommand(new RunbookLintVerb())
        .addSubcommand(new RunbookListVerb(surroundings))
        .addSubcommand(new RunbookShowVerb(surroundings))
        .addSubcommand(new RunbookRunVerb(surroundings))
        .addSubcommand(new RunbookProgressVerb(surroundings))
        .addSubcommand(new RunbookWorkVerb.Skip(surroundings))
        .addSubcommand(new RunbookWorkVerb.Pause(surroundings))
        .addSubcommand(new RunbookWorkVerb.Resume(surroundings));
  }

  @Override
  public Integer call() {
    CommandLine line = Console.of(spec);
    line.usage(line.getErr());
    return ExitCode.BAD_USAGE_OR_PROFILE;
  }
}
