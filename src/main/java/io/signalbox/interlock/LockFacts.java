package io.signalbox.interlock;

import java.time.Instant;

/**
 * The environment's lock as its host told it while the plan was made.
 *
 * @param words who holds it, since when and why; or that it is free
 */
public record LockFacts(boolean held, String words, Instant at) {}
