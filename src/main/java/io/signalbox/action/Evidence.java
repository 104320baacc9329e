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
  /** The question by whose answer another holder of the environment's lock is known. */
  public static final String LOCK = "Environment lock";

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
