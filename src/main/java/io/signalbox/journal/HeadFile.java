package io.signalbox.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code journal.head}: the journal's last entry, kept beside it, so that a cut tail shows. It is
 * written after the entry, never before: a crash between the two leaves a head that is behind, and
 * a head that is behind accuses nobody. It has two places, used in turn and written in place, so
 * that a crash in the middle of one leaves the other, and a full disk does not matter.
 */
final class HeadFile implements AutoCloseable {
  static final String NAME = "journal.head";

  private static final int PLACE = 512;
  private static final Pattern FORM =
      Pattern.compile(
          "\\{\"v\":1,\"seq\":(\\d{1,18}),\"hash\":\"([0-9a-f]{64})\",\"check\":\"([0-9a-f]{64})\"}"
              + " *");

  private final JournalFs.Handle handle;

  private HeadFile(JournalFs.Handle handle) {
    this.handle = handle;
  }

  /**
   * What the file says.
   *
   * @param head null where it says nothing that can be believed
   */
  record Reading(boolean present, @Nullable JournalHead head) {
    Optional<JournalHead> known() {
      return Optional.ofNullable(head);
    }

    /** There, but neither place holds what was written. */
    boolean damaged() {
      return present && head == null;
    }
  }

  static Reading read(JournalFs fs, Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!fs.exists(file)) {
      return new Reading(false, null);
    }
    byte[] bytes = fs.read(file);
    JournalHead newest = null;
    for (int place = 0; place < 2; place++) {
      JournalHead head = place(bytes, place);
      if (head != null && (newest == null || head.seq() > newest.seq())) {
        newest = head;
      }
    }
    return new Reading(true, newest);
  }

  private static @Nullable JournalHead place(byte[] bytes, int place) {
    int from = place * PLACE;
    if (bytes.length < from + PLACE) {
      return null;
    }
    String text = new String(bytes, from, PLACE - 1, StandardCharsets.US_ASCII);
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    JournalHead head = new JournalHead(Long.parseLong(matcher.group(1)), matcher.group(2));
    return check(head).equals(matcher.group(3)) ? head : null;
  }

  /** Opens it for writing with this head in both places; a new file appears whole or not at all. */
  static HeadFile open(JournalFs fs, Path folder, JournalHead head) throws IOException {
    Path file = folder.resolve(NAME);
    if (!fs.exists(file)) {
      Path part = folder.resolve(NAME + ".part");
      try (JournalFs.Handle handle = fs.open(part)) {
        handle.truncate(0);
        both(handle, head);
      }
      fs.replace(part, file);
      fs.forceFolder(folder);
      return new HeadFile(fs.open(file));
    }
    JournalFs.Handle handle = fs.open(file);
    try {
      both(handle, head);
      return new HeadFile(handle);
    } catch (IOException e) {
      handle.close();
      throw e;
    }
  }

  /** One after the other: at every moment one of them is whole. */
  private static void both(JournalFs.Handle handle, JournalHead head) throws IOException {
    int first = (int) (head.seq() & 1);
    put(handle, head, first);
    put(handle, head, 1 - first);
  }

  void write(JournalHead head) throws IOException {
    put(handle, head, (int) (head.seq() & 1));
  }

  private static void put(JournalFs.Handle handle, JournalHead head, int place) throws IOException {
    String text =
        "{\"v\":1,\"seq\":%d,\"hash\":\"%s\",\"check\":\"%s\"}"
            .formatted(head.seq(), head.hash(), check(head));
    ByteBuffer bytes =
        ByteBuffer.wrap(
            (text + " ".repeat(PLACE - 1 - text.length()) + "\n")
                .getBytes(StandardCharsets.US_ASCII));
    long at = (long) place * PLACE;
    while (bytes.hasRemaining()) {
      at += handle.write(bytes, at);
    }
    handle.force();
  }

  private static String check(JournalHead head) {
    return JournalLine.hash(head.hash(), Long.toString(head.seq()));
  }

  @Override
  public void close() throws IOException {
    handle.close();
  }
}
