package io.signalbox.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a journal on a thread of its own: at once what this instance writes, within two seconds
 * what another one does. Safe on every thread.
 */
public final class JournalFeed implements JournalDoor, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JournalFeed.class);
  private static final long LOOK_MILLIS = 2000;

  private final Journal journal;
  private final Recorder recorder;
  private final JournalScan scan;
  private final List<Consumer<JournalPicture>> listeners = new CopyOnWriteArrayList<>();
  private final Semaphore news = new Semaphore(0);
  private final Executor threads;
  private volatile boolean closed;
  private volatile JournalPicture latest = JournalPicture.NOT_READ;

  /** Puts on record what was found out; blocks until it is on disk. */
  public interface Recorder {
    void found(JournalEntry unfinished, String what) throws Exception;
  }

  /**
   * Begins to read.
   *
   * @param threads a thread for each task; one of them is kept until {@link #close}
   */
  public JournalFeed(Journal journal, Recorder recorder, Executor threads) {
    this.threads = threads;
    this.journal = journal;
    this.recorder = recorder;
    this.scan = new JournalScan(journal.folder());
    journal.onChange(news::release);
    threads.execute(this::follow);
  }

  private void follow() {
    try {
      while (!closed) {
        look();
        boolean _ = news.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        news.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    JournalPicture next;
    try {
      next = scan.read(journal.whyReadOnly());
    } catch (IOException e) {
      JournalPicture old = latest;
      next =
          new JournalPicture(
              old.read(),
              old.entries(),
              old.check(),
              old.unfinished(),
              journal.whyReadOnly(),
              "The journal in " + journal.folder() + " cannot be read: " + e + ".");
    }
    if (!next.equals(latest)) {
      latest = next;
      listeners.forEach(listener -> tell(listener, latest));
    }
  }

  private static void tell(Consumer<JournalPicture> listener, JournalPicture picture) {
    try {
      listener.accept(picture);
    } catch (RuntimeException e) {
      LOG.error("A listener of the journal failed", e);
    }
  }

  @Override
  public JournalPicture latest() {
    return latest;
  }

  @Override
  public Runnable onPicture(Consumer<JournalPicture> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public CompletableFuture<Void> found(JournalEntry unfinished, String what) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    threads.execute(
        () -> {
          try {
            recorder.found(unfinished, what);
            done.complete(null);
          } catch (Exception e) {
            done.completeExceptionally(e);
          }
        });
    return done;
  }

  @Override
  public Path exports() {
    return journal.folder().resolve("exports");
  }

  @Override
  public CompletableFuture<Path> export(List<JournalEntry> entries, ExportForm form, Path file) {
    CompletableFuture<Path> done = new CompletableFuture<>();
    threads.execute(
        () -> {
          try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
              new DiskFs().createFolder(parent);
            }
            byte[] text = form.text(entries).getBytes(StandardCharsets.UTF_8);
            Files.write(file, text, StandardOpenOption.CREATE_NEW);
            done.complete(file);
          } catch (IOException | RuntimeException e) {
            done.completeExceptionally(
                new IOException("the journal could not be written to " + file + ": " + e, e));
          }
        });
    return done;
  }

  @Override
  public void close() {
    closed = true;
    news.release();
  }
}
