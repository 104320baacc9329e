package io.signalbox.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a journal's entries; needs no lock, so it works beside the instance that writes. */
public final class JournalReader {
  private JournalReader() {}

  /** All entries of a folder, oldest first; lines that are none (a torn tail) are left out. */
  public static List<JournalEntry> read(Path folder) throws IOException {
    return read(new DiskFs(), folder);
  }

  /** Which journal a folder holds. */
  public static JournalId id(Path folder) throws IOException {
    return id(new DiskFs(), folder);
  }

  static JournalId id(JournalFs fs, Path folder) throws IOException {
    List<Path> files = JournalFiles.in(fs, folder);
    return JournalId.of(folder, files.isEmpty() ? List.of() : first(fs.read(files.getFirst())));
  }

  static List<JournalEntry> read(JournalFs fs, Path folder) throws IOException {
    List<JournalEntry> entries = new ArrayList<>();
    for (Path file : JournalFiles.in(fs, folder)) {
      entries.addAll(lines(fs.read(file)));
    }
    return entries;
  }

  /** All entries of one file. */
  public static List<JournalEntry> file(Path file) throws IOException {
    return lines(new DiskFs().read(file));
  }

  static List<JournalEntry> lines(byte[] bytes) {
    List<JournalEntry> entries = new ArrayList<>();
    for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
      if (!line.isEmpty()) {
        add(line, entries);
      }
    }
    return entries;
  }

  /** The first line's entry; empty where it is none. */
  static List<JournalEntry> first(byte[] bytes) {
    int to = 0;
    while (to < bytes.length && bytes[to] != '\n') {
      to++;
    }
    List<JournalEntry> entries = new ArrayList<>();
    add(new String(bytes, 0, to, StandardCharsets.UTF_8), entries);
    return entries;
  }

  private static void add(String line, List<JournalEntry> entries) {
    try {
      entries.add(JournalLine.read(line));
    } catch (RuntimeException e) {
      // the verifier is the one who reports it
    }
  }
}
