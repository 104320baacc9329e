package io.signalbox.journal;

import io.signalbox.journal.JournalTail.State;
import io.signalbox.text.SecretFilter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The journal of one folder, open for writing by one process at a time. An entry is on disk when
 * {@link #append} returns; it throws rather than lose one. After a failure the next append begins
 * with a recovery, so it writes again once the disk does. Safe on every thread.
 */
public final class Journal implements AutoCloseable {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

  private final JournalFs fs;
  private final Path folder;
  private final Clock clock;
  private final String actor;
  private final JournalFs.@Nullable Lock lock;
  private final String shut;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile String trouble = "";
  private @Nullable Writing writing;
  private volatile SecretFilter secrets = new SecretFilter();
  private boolean closed;

  /** What is open while it can be written. */
  private record Writing(State tail, @Nullable Segment segment, @Nullable HeadFile head) {
    void close() throws IOException {
      if (head != null) {
        head.close();
      }
      if (segment != null) {
        segment.close();
      }
    }
  }

  private Journal(
      JournalFs fs,
      Path folder,
      Clock clock,
      String actor,
      JournalFs.@Nullable Lock lock,
      String shut) {
    this.fs = fs;
    this.folder = folder;
    this.clock = clock;
    this.actor = actor;
    this.lock = lock;
    this.shut = shut;
  }

  /**
   * Opens a folder's journal. Never fails because of what is in it: a torn last line is moved aside
   * and said so in a new entry, damage is left as it is and said so in a new file; where another
   * instance holds it, or the disk refuses, this one cannot append for now.
   *
   * @param actor who acts, for entries without one of their own
   * @throws JournalException when the folder cannot be used at all
   */
  public static Journal open(Path folder, Clock clock, String actor) throws JournalException {
    return open(new DiskFs(), folder, clock, actor);
  }

  static Journal open(JournalFs fs, Path folder, Clock clock, String actor)
      throws JournalException {
    JournalFs.Lock lock;
    try {
      fs.createFolder(folder);
      lock = fs.lock(folder.resolve("journal.lock"));
    } catch (IOException e) {
      throw new JournalException(
          "the journal in "
              + folder
              + " cannot be opened: "
              + e
              + "; without a record nothing is done. Make the folder writable",
          e);
    }
    if (!lock.held()) {
      String other =
          "another instance of the console writes the journal in "
              + folder
              + "; this one shows, but does not act";
      return new Journal(fs, folder, clock, actor, lock, other);
    }
    Journal journal = new Journal(fs, folder, clock, actor, lock, "");
    journal.tryToWrite();
    return journal;
  }

  /** A journal that cannot be written: reading the world goes on, nothing is done to it. */
  public static Journal unusable(Path folder, Clock clock, String actor, String why) {
    return new Journal(new DiskFs(), folder, clock, actor, null, why);
  }

  /** The first recovery may fail on a full disk: the next append tries again. */
  private synchronized void tryToWrite() {
    try {
      writing();
    } catch (IOException | RuntimeException e) {
      giveUp(e);
    }
  }

  /** Why nothing can be appended, empty when it can. */
  public String whyReadOnly() {
    return shut.isEmpty() ? trouble : shut;
  }

  /** True where another process, or another window of this one, writes this journal. */
  public boolean heldByAnother() {
    return lock != null && !lock.held();
  }

  /** The folder of its files. */
  public Path folder() {
    return folder;
  }

  /** The last entry as far as this instance has written or found it; none before that. */
  public synchronized JournalHead head() {
    return writing == null ? JournalHead.NONE : writing.tail().head();
  }

  /** Which journal this is, as remote runs keep it; what cannot be read is left out of it. */
  public JournalId id() {
    try {
      return JournalReader.id(fs, folder);
    } catch (IOException _) {
      return JournalId.of(folder, List.of());
    }
  }

  /** Calls after each entry and each change of {@link #whyReadOnly}; must return at once. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Hides these secrets in what is written from now on, beside what looks like one. */
  public void hide(SecretFilter known) {
    secrets = known;
  }

  /**
   * Writes an entry and waits until the disk has it.
   *
   * @throws JournalException when it has not: then nothing may be done
   */
  public JournalEntry append(JournalNote note) throws JournalException {
    try {
      return write(note);
    } finally {
      listeners.forEach(Runnable::run);
    }
  }

  private synchronized JournalEntry write(JournalNote note) throws JournalException {
    if (!shut.isEmpty()) {
      throw new JournalException(shut, null);
    }
    if (closed) {
      throw new JournalException("the journal in " + folder + " is closed; nothing is done", null);
    }
    try {
      Writing now = writing();
      String line = JournalLine.write(now.tail().head(), time(), actor, note.mapped(secrets::mask));
      put(now, line);
      trouble = "";
      return JournalLine.read(line);
    } catch (IOException | RuntimeException e) {
      throw new JournalException(giveUp(e), e);
    }
  }

  private String giveUp(Exception why) {
    Writing broken = writing;
    writing = null;
    try {
      if (broken != null) {
        broken.close();
      }
    } catch (IOException e) {
      why.addSuppressed(e);
    }
    trouble =
        "the journal in "
            + folder
            + " could not be written: "
            + why
            + "; without a record nothing is done. Free the disk or make the folder writable";
    return trouble;
  }

  /** What the recovery has to say goes first: a head that accuses is kept until that is said. */
  private Writing writing() throws IOException {
    if (writing != null) {
      return writing;
    }
    JournalTail.Recovery recovery = new JournalTail(fs, folder).recover();
    Writing now = new Writing(recovery.state(), null, null);
    writing = now;
    for (JournalNote note : recovery.notes()) {
      now = put(now, JournalLine.write(now.tail().head(), time(), actor, note));
    }
    now = new Writing(now.tail(), now.segment(), HeadFile.open(fs, folder, now.tail().head()));
    writing = now;
    return now;
  }

  private Instant time() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The entry first, the head after it: a head that is behind accuses nobody. */
  private Writing put(Writing now, String line) throws IOException {
    JournalEntry entry = JournalLine.read(line);
    Segment segment = segment(now, entry.ts());
    segment.append(line);
    JournalHead head = new JournalHead(entry.seq(), entry.hash());
    Writing next = new Writing(new State(head, segment.file()), segment, now.head());
    writing = next;
    if (next.head() != null) {
      next.head().write(head);
    }
    return next;
  }

  /** The file for this day: the newest if it is of today and sound, else a new one. */
  private Segment segment(Writing now, Instant at) throws IOException {
    String day = DAY.format(at);
    Segment open = now.segment();
    if (open != null && JournalFiles.day(open.file()).compareTo(day) >= 0) {
      return open;
    }
    Path newest = now.tail().file();
    Path file =
        newest != null && JournalFiles.day(newest).compareTo(day) >= 0
            ? newest
            : new JournalTail(fs, folder).next(day);
    Segment next = Segment.open(fs, folder, file);
    writing = new Writing(now.tail(), next, now.head());
    if (open != null) {
      open.close();
    }
    return next;
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      if (writing != null) {
        writing.close();
      }
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      // every entry is on disk already; there is nothing left to lose
    }
  }
}
