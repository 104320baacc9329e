package io.signalbox.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a journal's entries; needs no lock, so it works beside the instance that writes. */
public final class JournalReader {
  private JournalReader() {}

  /** All entries of a folder, oldest first; lines that are none (a torn tail) are left out. */
  public static List<JournalEntry> read(Path folder) throws IOException {
    List<JournalEntry> entries = new ArrayList<>();
    for (Path file : JournalFiles.in(folder)) {
      entries.addAll(file(file));
    }
    return entries;
  }

  /** All entries of one file. */
  static List<JournalEntry> file(Path file) throws IOException {
    List<JournalEntry> entries = new ArrayList<>();
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    for (String line : text.split("\n", -1)) {
      if (!line.isEmpty()) {
        add(line, entries);
      }
    }
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
