package io.signalbox.handover;

import io.signalbox.action.Outcome;
import io.signalbox.action.Verdict;

/** A work stops here, with what is so. */
final class Halt extends Exception {
  private final transient Outcome outcome;

  Halt(Verdict verdict, String words) {
    super(words);
    this.outcome = new Outcome(verdict, words);
  }

  Outcome outcome() {
    return outcome;
  }
}
