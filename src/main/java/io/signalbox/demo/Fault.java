package io.signalbox.demo;

import java.time.Duration;
import java.util.Map;

/** What is wrong with one of the HTTP services of the demo world. */
public sealed interface Fault {

  /** Nothing is wrong. */
  record None() implements Fault {}

  /** Every connection is closed without an answer. */
  record Down() implements Fault {}

  /** Every request gets this answer. */
  record Answers(int status, Map<String, String> headers, String body) implements Fault {}

  /** Every answer comes this much later, on the machine's own clock. */
  record Slow(Duration by) implements Fault {}
}
