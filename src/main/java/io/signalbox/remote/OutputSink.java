package io.signalbox.remote;

/** Takes the lines of a running command, already harmless and masked; must return at once. */
@FunctionalInterface
public interface OutputSink {
  /** The next line; called on a background thread, in order within each of the two streams. */
  void line(boolean error, String text);

  /** Takes nothing. */
  static OutputSink none() {
    return (_, _) -> {};
  }
}
