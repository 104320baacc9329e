package io.signalbox.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The journal of one folder, open for writing by one process at a time. An entry is on disk when
 * {@link #append} returns; it throws rather than lose one. Safe on every thread.
 */
public final class Journal implements AutoCloseable {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Clock clock;
  private final String actor;
  private final @Nullable FileChannel lock;
  private final String whyReadOnly;
  private JournalTail.State tail = JournalTail.State.EMPTY;
  private @Nullable Segment segment;
  private boolean closed;

  private Journal(
      Path folder, Clock clock, String actor, @Nullable FileChannel lock, String whyReadOnly) {
    this.folder = folder;
    this.clock = clock;
    this.actor = actor;
    this.lock = lock;
    this.whyReadOnly = whyReadOnly;
  }

  /**
   * Opens a folder's journal. Never fails because of what is in it: a torn last line is moved aside
   * and said so in a new entry; where another instance holds it, this one cannot append.
   *
   * @param actor who acts, for entries without one of their own
   * @throws JournalException when the folder cannot be used at all
   */
  public static Journal open(Path folder, Clock clock, String actor) throws JournalException {
    try {
      JournalTail.createFolder(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("journal.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        // not closed here: within one process that would give up the first instance's lock
        return new Journal(
            folder,
            clock,
            actor,
            channel,
            "another instance of the console writes the journal in "
                + folder
                + "; this one shows, but does not act");
      }
      Journal journal = new Journal(folder, clock, actor, channel, "");
      journal.recover();
      return journal;
    } catch (IOException e) {
      throw new JournalException(
          "the journal in "
              + folder
              + " cannot be opened: "
              + e
              + "; without a record nothing is done. Make the folder writable",
          e);
    }
  }

  /** A journal that cannot be written: reading the world goes on, nothing is done to it. */
  public static Journal unusable(Path folder, Clock clock, String actor, String why) {
    return new Journal(folder, clock, actor, null, why);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private synchronized void recover() throws IOException, JournalException {
    JournalTail.Recovery recovery = JournalTail.recover(folder);
    tail = recovery.state();
    if (recovery.note() != null) {
      append(recovery.note());
    }
  }

  /** Why nothing can be appended, empty when it can. */
  public String whyReadOnly() {
    return whyReadOnly;
  }

  /** True when nothing can be appended because another instance does so. */
  public boolean heldByAnother() {
    return lock != null && !whyReadOnly.isEmpty();
  }

  /** The folder of its files. */
  public Path folder() {
    return folder;
  }

  /**
   * Writes an entry and waits until the disk has it.
   *
   * @throws JournalException when it has not: then nothing may be done
   */
  public synchronized JournalEntry append(JournalNote note) throws JournalException {
    if (!whyReadOnly.isEmpty()) {
      throw new JournalException(whyReadOnly, null);
    }
    if (closed) {
      throw new JournalException("the journal in " + folder + " is closed; nothing is done", null);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    try {
      String line = JournalLine.write(tail.seq() + 1, now, actor, note, tail.head());
      segment(now).append(line);
      JournalEntry entry = JournalLine.read(line);
      tail = new JournalTail.State(entry.seq(), entry.hash(), tail.file());
      return entry;
    } catch (IOException | RuntimeException e) {
      throw new JournalException(
          "the journal in "
              + folder
              + " could not be written: "
              + e
              + "; without a record nothing is done. Free the disk or make the folder writable",
          e);
    }
  }

  /** The file for this day: the newest if it is of today and sound, else a new one. */
  private Segment segment(Instant now) throws IOException {
    String day = DAY.format(now);
    Segment open = segment;
    if (open != null && JournalFiles.day(open.file()).compareTo(day) >= 0) {
      return open;
    }
    Path newest = tail.file();
    Path file =
        newest != null && JournalFiles.day(newest).compareTo(day) >= 0
            ? newest
            : JournalTail.next(folder, day);
    if (open != null) {
      open.close();
    }
    Segment next = Segment.open(file);
    segment = next;
    tail = new JournalTail.State(tail.seq(), tail.head(), file);
    return next;
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      if (segment != null) {
        segment.close();
      }
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      // every entry is on disk already; there is nothing left to lose
    }
  }
}
