package io.signalbox.remote;

import io.signalbox.text.StyledLine;

/** Takes the lines of a running command, already harmless and masked; must return at once. */
@FunctionalInterface
public interface OutputSink {
  /** The next line; called on a background thread, in order within each of the two streams. */
  void line(boolean error, String text);

  /** The next line with its colours; told instead of {@link #line}, which it calls by default. */
  default void styled(boolean error, StyledLine line) {
    line(error, line.text());
  }

  /** The last line, which no line break ended; told instead of {@link #styled}. */
  default void unfinished(boolean error, StyledLine line) {
    styled(error, line);
  }

  /** Takes nothing. */
  static OutputSink none() {
    return (_, _) -> {};
  }
}
