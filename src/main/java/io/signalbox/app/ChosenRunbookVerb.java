package io.signalbox.app;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A headless verb about the work on one runbook; where there is no such one, nothing is begun. */
abstract class ChosenRunbookVerb implements Callable<Integer> {
  final Surroundings surroundings;
  @Spec private @Nullable CommandSpec spec;
  @Mixin private RunbookChoice choice = new RunbookChoice();

  ChosenRunbookVerb(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public final Integer call() {
    CommandLine line = Console.of(spec);
    Optional<RunbookChoice.Chosen> chosen = choice.chosen(surroundings, line.getErr());
    return chosen.isEmpty() ? ExitCode.BAD_USAGE_OR_PROFILE : call(chosen.get(), line);
  }

  /** Does what the verb is for; the exit code. */
  abstract int call(RunbookChoice.Chosen chosen, CommandLine line);

  /** This view, as text or as JSON, whichever is asked for. */
  String print(ProgressView view) {
    return choice.print(view);
  }
}
