package io.signalbox.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds where a folder's journal ends, and deals openly with an end that is not sound. */
final class JournalTail {
  private JournalTail() {}

  /**
   * Where the next entry is chained to.
   *
   * @param file the file to go on in, null for a new one
   */
  record State(long seq, String head, @Nullable Path file) {
    static final State EMPTY = new State(0, JournalLine.FIRST_PREV, null);
  }

  /** The end, and what has to be said about it; null for nothing. */
  record Recovery(State state, @Nullable JournalNote note) {}

  static void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, Privacy.folder());
    }
  }

  /** The name of the next file of a day. */
  static Path next(Path folder, String day) throws IOException {
    int number =
        JournalFiles.in(folder).stream()
            .filter(file -> JournalFiles.day(file).equals(day))
            .mapToInt(JournalFiles::number)
            .max()
            .orElse(0);
    return JournalFiles.file(folder, day, number + 1);
  }

  static Recovery recover(Path folder) throws IOException {
    List<Path> files = JournalFiles.in(folder);
    if (files.isEmpty()) {
      return new Recovery(State.EMPTY, null);
    }
    Path last = files.getLast();
    JournalNote torn = moveTornLineAside(last, folder);
    JournalVerifier.Result result = JournalVerifier.files(files);
    if (result.intact()) {
      return new Recovery(new State(result.lastSeq(), result.head(), last), torn);
    }
    if (saidAlready(last)) {
      return new Recovery(lastOf(folder, last), torn);
    }
    JournalNote broken =
        note(
            Phase.BROKEN_CHAIN,
            Map.of(
                "head",
                result.head(),
                "problem",
                result.problem(),
                "torn",
                torn == null ? "no" : "yes"));
    return new Recovery(lastOf(folder, null), broken);
  }

  /** A sound last file that begins with the remark: the damage before it is on record. */
  private static boolean saidAlready(Path last) throws IOException {
    List<JournalEntry> entries = JournalReader.file(last);
    return !entries.isEmpty()
        && entries.getFirst().phase() == Phase.BROKEN_CHAIN
        && JournalVerifier.files(List.of(last)).intact();
  }

  /** The last line that can be read at all: where the chain is not sound, numbers still go on. */
  private static State lastOf(Path folder, @Nullable Path file) throws IOException {
    List<JournalEntry> entries = JournalReader.read(folder);
    return entries.isEmpty()
        ? new State(0, JournalLine.FIRST_PREV, file)
        : new State(entries.getLast().seq(), entries.getLast().hash(), file);
  }

  /** A process that was killed while it wrote leaves half a line: kept beside, never deleted. */
  private static @Nullable JournalNote moveTornLineAside(Path file, Path folder)
      throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    if (end == bytes.length) {
      return null;
    }
    int number = 1;
    while (Files.exists(folder.resolve("journal.torn-" + number))) {
      number++;
    }
    Path aside = folder.resolve("journal.torn-" + number);
    Files.write(aside, Arrays.copyOfRange(bytes, end, bytes.length), StandardOpenOption.CREATE_NEW);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(end);
      channel.force(true);
    }
    return note(
        Phase.RECOVERED,
        Map.of(
            "file",
            file.getFileName().toString(),
            "bytes",
            Integer.toString(bytes.length - end),
            "movedTo",
            aside.getFileName().toString()));
  }

  private static JournalNote note(Phase phase, Map<String, String> params) {
    return new JournalNote(phase, "journal", "", "", new TreeMap<>(params), "", "");
  }
}
