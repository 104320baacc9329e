package io.signalbox.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The journal for those who look at it. Nothing here blocks; listeners are called, and futures
 * complete, on a background thread.
 */
public interface JournalDoor {
  /** The newest picture. */
  JournalPicture latest();

  /** Calls with each new picture; the answer ends that. */
  Runnable onPicture(Consumer<JournalPicture> listener);

  /**
   * Puts on record what was found out about an action without a known outcome; from then on it is
   * no longer unfinished.
   */
  CompletableFuture<Void> found(JournalEntry unfinished, String what);

  /** Where exports go if nothing else is chosen. */
  Path exports();

  /** Writes these entries into a new file; fails where there is one already. */
  CompletableFuture<Path> export(List<JournalEntry> entries, ExportForm form, Path file);
}
