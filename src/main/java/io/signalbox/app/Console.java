package io.signalbox.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The command line that a verb answers on. */
final class Console {
  private Console() {}

  static CommandLine of(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("a verb runs only from the command line");
    }
    return spec.commandLine();
  }
}
