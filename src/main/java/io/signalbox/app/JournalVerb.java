package io.signalbox.app;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code signalbox journal}: what can be done with the record of what was done. */
@Command(name = "journal", description = "The record of what was done.")
final class JournalVerb implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var line = Console.of(spec);
    line.getErr().println("signalbox journal needs a verb: verify FILE");
    line.usage(line.getErr());
    return ExitCode.BAD_USAGE_OR_PROFILE;
  }
}
