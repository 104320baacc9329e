package io.signalbox.snapshot;

import io.signalbox.model.SourceId;
import java.time.Duration;

/**
 * Something that can be asked again and again.
 *
 * @param <T> what one answer holds
 */
public interface Source<T> {
  /** Which source this is. */
  SourceId id();

  /** How often it is asked while all is well. */
  Duration every();

  /**
   * Asks once; blocks, so call it on a virtual thread. Bounded by an overall deadline of its own.
   *
   * @throws SourceException when no answer could be had; the message is fit for the operator
   */
  Reading<T> read() throws SourceException, InterruptedException;
}
