package io.signalbox.remote.durable;

import org.jspecify.annotations.Nullable;

/**
 * What is left of a run after it was told to end.
 *
 * @param proof whether anything of it lives
 * @param status the run as it is now, null where the host did not say
 */
public record AbortAnswer(Proof proof, String words, @Nullable RunStatus status) {
  /** What a look at the host's processes showed. */
  public enum Proof {
    /** Nothing of it is alive. */
    STOPPED,
    STILL_RUNNING,
    /** The host could not be asked, or did not answer to the end. */
    UNKNOWN
  }
}
