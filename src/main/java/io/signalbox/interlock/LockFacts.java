package io.signalbox.interlock;

import java.time.Instant;

/**
 * The environment's lock as its host told it while the plan was made.
 *
 * @param words who holds it, since when and why; or that it is free
 * @param stray what goes on at the target without anybody to say how it ends; empty for nothing
 */
public record LockFacts(boolean held, String words, Instant at, String stray) {
  /** Where nothing of that kind was looked for. */
  public LockFacts(boolean held, String words, Instant at) {
    this(held, words, at, "");
  }
}
