package io.signalbox.remote.durable;

/** What came of a request to start. */
public sealed interface StartAnswer {
  /** It runs, or has run: also when the request arrived twice. */
  record Running(RunStatus status) implements StartAnswer {}

  /** Another one holds the environment's lock; nothing was started. */
  record Held(String words) implements StartAnswer {}

  /** The host refused, in its words; nothing was started. */
  record Refused(String words) implements StartAnswer {}

  /** The line broke and did not come back: whether it started is not known. */
  record Unsure(String words) implements StartAnswer {}
}
