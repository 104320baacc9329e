package io.signalbox.action;

import io.signalbox.interlock.Grounds;

/**
 * What a plan's grounds are by now: a plan may wait for half an hour for the second person, and
 * what it rests on goes on meanwhile.
 */
public interface Ground {
  /** By what is known at this moment; returns at once, on every thread. */
  Grounds seen();

  /** Read live where that can be, right before the permit; may block. */
  Grounds read() throws InterruptedException;

  /** For grounds that a work looks at once more by itself. */
  static Ground asPlanned(Grounds planned) {
    return new Ground() {
      @Override
      public Grounds seen() {
        return planned;
      }

      @Override
      public Grounds read() {
        return planned;
      }
    };
  }
}
