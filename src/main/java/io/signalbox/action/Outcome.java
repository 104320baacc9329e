package io.signalbox.action;

import org.jspecify.annotations.Nullable;

/**
 * How a work ended.
 *
 * @param error what went wrong in words and what to do next, null when nothing did
 */
public record Outcome(Verdict verdict, @Nullable String error) {
  /** An end that needs no words. */
  public static Outcome of(Verdict verdict) {
    return new Outcome(verdict, null);
  }
}
