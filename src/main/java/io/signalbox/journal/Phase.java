package io.signalbox.journal;

import java.util.Locale;

/** Where in an action's life an entry stands. */
public enum Phase {
  REQUESTED,
  PLANNED,
  PERMITTED,
  STARTED,
  STEP,
  OUTCOME,
  /** Somebody looked at an act that stood to be reviewed. */
  REVIEWED,
  /** What an operator found out about an action whose outcome was unknown. */
  FOUND,
  UNLOCKED,
  RELOCKED,
  /** The journal itself: a torn last line was moved aside. */
  RECOVERED,
  /** The journal itself: what is before this does not verify. */
  BROKEN_CHAIN;

  /** The word in the record. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Phase of(String word) {
    for (Phase phase : values()) {
      if (phase.word().equals(word)) {
        return phase;
      }
    }
    throw new IllegalArgumentException("unknown phase " + word);
  }
}
