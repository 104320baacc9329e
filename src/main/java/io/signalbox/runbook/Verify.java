package io.signalbox.runbook;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What proves a step, as its author declared it. */
public sealed interface Verify {
  /** As written in the info string. */
  String written();

  /** The step's exit code. */
  record ExitCode(String written, int code) implements Verify {}

  /** A pattern that some line of the step's output has to contain. */
  record Output(String written, Pattern pattern) implements Verify {
    /** Alike where they are written alike: a pattern is equal to itself alone. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Output that
          && written.equals(that.written)
          && pattern.pattern().equals(that.pattern.pattern())
          && pattern.flags() == that.pattern.flags();
    }

    @Override
    public int hashCode() {
      return written.hashCode();
    }
  }

  /** A PromQL expression that has to give at least one series, none of them zero. */
  record PromQl(String written, String expression) implements Verify {}

  /** A shell command that has to end with 0 on the same machine afterwards. */
  record Command(String written, String script) implements Verify {}
}
