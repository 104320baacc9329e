package io.signalbox.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds where a folder's journal ends, and deals openly with an end that is not sound. */
final class JournalTail {
  private final JournalFs fs;
  private final Path folder;

  JournalTail(JournalFs fs, Path folder) {
    this.fs = fs;
    this.folder = folder;
  }

  /**
   * Where the next entry is chained to.
   *
   * @param file the file to go on in, null for a new one
   */
  record State(JournalHead head, @Nullable Path file) {
    static final State EMPTY = new State(JournalHead.NONE, null);
  }

  /** The end, and what has to be said about it. */
  record Recovery(State state, List<JournalNote> notes) {}

  /** The name of the next file of a day. */
  Path next(String day) throws IOException {
    int number =
        JournalFiles.in(fs, folder).stream()
            .filter(file -> JournalFiles.day(file).equals(day))
            .mapToInt(JournalFiles::number)
            .max()
            .orElse(0);
    return JournalFiles.file(folder, day, number + 1);
  }

  Recovery recover() throws IOException {
    HeadFile.Reading head = HeadFile.read(fs, folder);
    List<Path> files = JournalFiles.in(fs, folder);
    if (files.isEmpty() && head.known().orElse(JournalHead.NONE).seq() == 0 && !head.damaged()) {
      return new Recovery(State.EMPTY, List.of());
    }
    List<JournalNote> notes = new ArrayList<>();
    if (!files.isEmpty()) {
      moveTornLineAside(files.getLast(), notes);
    }
    if (!head.present()) {
      notes.add(
          note(
              Phase.RECOVERED,
              Map.of(
                  "head", "there was no head file: an end cut off before this would not be seen")));
    }
    JournalVerifier.Result result = JournalVerifier.folder(fs, folder);
    JournalHead end = new JournalHead(result.lastSeq(), result.head());
    if (result.intact()) {
      return new Recovery(new State(end, files.getLast()), notes);
    }
    if (saidAlready(files)) {
      return new Recovery(new State(furthest(head), files.getLast()), notes);
    }
    notes.addFirst(broken(result, furthest(head)));
    return new Recovery(new State(furthest(head), null), notes);
  }

  private static JournalNote broken(JournalVerifier.Result result, JournalHead oldHead) {
    return note(
        Phase.BROKEN_CHAIN,
        Map.of(
            "oldHead",
            oldHead.seq() + " " + oldHead.hash(),
            "lastVerified",
            result.lastSeq() + " " + result.head(),
            "firstBad",
            String.valueOf(result.firstBad()),
            "problem",
            result.problem()));
  }

  /** Sound from the last segment that begins with the remark: what is before is on record. */
  private boolean saidAlready(List<Path> files) throws IOException {
    for (int i = files.size() - 1; i >= 0; i--) {
      if (JournalVerifier.beginsAnew(fs.read(files.get(i)))) {
        return JournalVerifier.from(fs, folder, files.subList(i, files.size())).intact();
      }
    }
    return false;
  }

  /**
   * Where the chain is not sound, numbers go on after the highest that anything knows of: no number
   * is given twice, and a gap stays to be seen.
   */
  private JournalHead furthest(HeadFile.Reading known) throws IOException {
    List<JournalEntry> entries = JournalReader.read(fs, folder);
    JournalHead last =
        entries.isEmpty()
            ? JournalHead.NONE
            : new JournalHead(entries.getLast().seq(), entries.getLast().hash());
    return known.known().filter(head -> head.seq() > last.seq()).orElse(last);
  }

  /** A process that was killed while it wrote leaves half a line: kept beside, never deleted. */
  private void moveTornLineAside(Path file, List<JournalNote> notes) throws IOException {
    byte[] bytes = fs.read(file);
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    if (end == bytes.length) {
      return;
    }
    Path aside = aside();
    try (JournalFs.Handle handle = fs.open(aside)) {
      ByteBuffer torn = ByteBuffer.wrap(Arrays.copyOfRange(bytes, end, bytes.length));
      long at = 0;
      while (torn.hasRemaining()) {
        at += handle.write(torn, at);
      }
      handle.force();
    }
    fs.forceFolder(folder);
    try (JournalFs.Handle handle = fs.open(file)) {
      handle.truncate(end);
      handle.force();
    }
    notes.add(
        note(
            Phase.RECOVERED,
            Map.of(
                "file",
                file.getFileName().toString(),
                "bytes",
                Integer.toString(bytes.length - end),
                "movedTo",
                aside.getFileName().toString())));
  }

  private Path aside() throws IOException {
    int number = 1;
    while (fs.exists(folder.resolve("journal.torn-" + number))) {
      number++;
    }
    return folder.resolve("journal.torn-" + number);
  }

  private static JournalNote note(Phase phase, Map<String, String> params) {
    return new JournalNote(phase, "journal", "", "", new TreeMap<>(params), "", "");
  }
}
