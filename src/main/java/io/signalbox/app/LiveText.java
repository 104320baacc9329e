package io.signalbox.app;

import io.signalbox.action.ActionRun;
import io.signalbox.action.OutputLine;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints a run's lines as they come, each once. */
final class LiveText {
  private final PrintWriter out;
  private @Nullable OutputLine last;

  LiveText(PrintWriter out) {
    this.out = out;
  }

  synchronized void show(ActionRun run) {
    List<OutputLine> lines = run.output();
    int from = lines.size();
    while (from > 0 && !same(lines.get(from - 1))) {
      from--;
    }
    for (OutputLine line : lines.subList(from, lines.size())) {
      out.println(line.text());
      last = line;
    }
    out.flush();
  }

  /** The very same line, not one that reads alike. */
  @SuppressWarnings("ReferenceEquality")
  private boolean same(OutputLine line) {
    return line == last;
  }
}
