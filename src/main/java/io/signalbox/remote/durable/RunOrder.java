package io.signalbox.remote.durable;

import java.time.Duration;

/**
 * What is to be started.
 *
 * @param meta what is kept beside the run, with the token it is started with
 * @param limit after which it is ended
 * @param kit what it finds where it begins
 */
public record RunOrder(RunMeta meta, Duration limit, RunKit kit) {
  /** For a command that needs nothing but itself. */
  public RunOrder(RunMeta meta, Duration limit) {
    this(meta, limit, RunKit.NONE);
  }

  /** The hard limit where nothing else is said. */
  public static final Duration LIMIT = Duration.ofMinutes(60);
}
