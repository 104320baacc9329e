package io.signalbox.app;

import io.signalbox.action.ActionRun;
import io.signalbox.action.OutputLine;
import java.io.PrintWriter;
import java.util.List;

/** Prints a run's lines as they come, each once; a run's output only ever grows. */
final class LiveText {
  private final PrintWriter out;
  private int shown;

  LiveText(PrintWriter out) {
    this.out = out;
  }

  synchronized void show(ActionRun run) {
    List<OutputLine> lines = run.output();
    while (shown < lines.size()) {
      out.println(lines.get(shown++).text());
    }
    out.flush();
  }
}
