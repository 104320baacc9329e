package io.signalbox.snapshot;

import java.util.List;

/**
 * A source's answer.
 *
 * @param partial some of it could not be read; what is missing is not gone
 * @param warnings what the operator should know about this answer
 * @param note a word on the source itself, e.g. the remaining request budget; may be empty
 */
public record Reading<T>(T value, boolean partial, List<String> warnings, String note) {
  /** A whole answer without remarks. */
  public static <T> Reading<T> whole(T value) {
    return new Reading<>(value, false, List.of(), "");
  }
}
