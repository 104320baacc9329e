package io.signalbox.snapshot;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A source gave no usable answer. The message says what happened, to what, and what to do. */
public final class SourceException extends Exception {
  private final transient @Nullable Duration retryAfter;
  private final boolean hopeless;
  private final boolean denied;

  private SourceException(
      String message,
      @Nullable Throwable cause,
      @Nullable Duration retryAfter,
      boolean hopeless,
      boolean denied) {
    super(message, cause);
    this.retryAfter = retryAfter;
    this.hopeless = hopeless;
    this.denied = denied;
  }

  /** A failure that the next poll may get over. */
  public static SourceException passing(String message, @Nullable Throwable cause) {
    return new SourceException(message, cause, null, false, false);
  }

  /** The source itself asked to be left alone for a while. */
  public static SourceException waitFor(String message, Duration retryAfter) {
    return new SourceException(message, null, retryAfter, false, false);
  }

  /** Asking again cannot help until somebody changes something, e.g. a refused token. */
  public static SourceException hopeless(String message) {
    return new SourceException(message, null, null, true, false);
  }

  /** The source knows who asks and does not let them see this one thing. */
  public static SourceException denied(String message) {
    return new SourceException(message, null, null, false, true);
  }

  /** How long the source wants to be left alone; null where it did not say. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** True where it was answered that this may not be seen: something else than no answer. */
  public boolean isDenied() {
    return denied;
  }

  /** True when polling stops until the operator asks for it again. */
  public boolean isHopeless() {
    return hopeless;
  }
}
