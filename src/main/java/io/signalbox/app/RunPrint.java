package io.signalbox.app;

import io.signalbox.remote.OutputSink;
import io.signalbox.text.StyledLine;
import java.io.PrintWriter;

/**
 * Prints a run: what it wrote itself on standard output, to the last line break that it did or did
 * not write; all that is said about it on standard error.
 */
final class RunPrint implements OutputSink {
  private final PrintWriter out;
  private final PrintWriter err;

  RunPrint(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public void line(boolean error, String text) {
    err.println(text);
    err.flush();
  }

  @Override
  public void styled(boolean error, StyledLine line) {
    out.println(line.text());
    out.flush();
  }

  @Override
  public void unfinished(boolean error, StyledLine line) {
    out.print(line.text());
    out.flush();
    err.println(); // on a terminal what is said next would stand behind it
  }
}
