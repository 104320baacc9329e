package io.signalbox.action;

import io.signalbox.interlock.Second;

/**
 * What a second person answered so far.
 *
 * @param words for the operator
 * @param second what an approval is given with; nobody unless approved
 */
public record Answer(State state, String words, Second second) {
  /** How it stands. */
  public enum State {
    WAITING,
    APPROVED,
    /** There is an answer, but it is not an approval of this plan by another person. */
    INVALID,
    EXPIRED
  }
}
