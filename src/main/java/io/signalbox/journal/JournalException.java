package io.signalbox.journal;

import org.jspecify.annotations.Nullable;

/** Nothing could be recorded: no record, no action. */
public final class JournalException extends Exception {
  JournalException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
