package io.signalbox.action;

import java.time.Instant;

/**
 * One read-back after an action.
 *
 * @param what what was asked, e.g. {@code GitHub says online}
 * @param result proved, disproved or not readable
 * @param observed what was seen, with numbers
 * @param at when
 */
public record Evidence(String what, Result result, String observed, Instant at) {
  /** What a read-back showed. */
  public enum Result {
    PROVED("proved"),
    DISPROVED("disproved"),
    NOT_READABLE("not readable");

    private final String word;

    Result(String word) {
      this.word = word;
    }

    /** The word for screen and JSON. */
    public String word() {
      return word;
    }
  }
}
