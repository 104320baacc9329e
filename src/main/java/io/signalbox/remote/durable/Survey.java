package io.signalbox.remote.durable;

import org.jspecify.annotations.Nullable;

/**
 * What a place says before anything is started there.
 *
 * @param lastToken the highest fencing token it has seen
 * @param held the environment's lock is held
 * @param holder by whom, null where the lock is free or the holder file is not readable
 * @param freeKilobytes room for logs, null where it is not known
 */
public record Survey(
    String host,
    long lastToken,
    boolean held,
    @Nullable RunMeta holder,
    @Nullable Long freeKilobytes) {
  /** The lock in words. */
  public String lockWords() {
    if (!held) {
      return "the environment's lock on " + host + " is free";
    }
    return holder == null
        ? "the environment's lock on " + host + " is held; by whom is not readable"
        : "the environment's lock on " + host + " is " + holder.holderWords();
  }
}
