package io.signalbox.remote.durable;

import java.time.Duration;

/**
 * What is to be started.
 *
 * @param meta what is kept beside the run, with the token it is started with
 * @param limit after which it is ended
 */
public record RunOrder(RunMeta meta, Duration limit) {
  /** The hard limit where nothing else is said. */
  public static final Duration LIMIT = Duration.ofMinutes(60);
}
