package io.signalbox.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a folder's journal again and again, only what is new of it. For one thread. */
final class JournalScan {
  private final JournalFs fs = new DiskFs();
  private final Path folder;
  private Map<Path, Seen> seen = new LinkedHashMap<>();
  private List<JournalEntry> entries = new ArrayList<>();
  private JournalChain chain = new JournalChain(true, null);
  private Unfinished unfinished = new Unfinished();

  /** What a file was when it was read, and how far. */
  private record Seen(long size, long modified, int read) {}

  JournalScan(Path folder) {
    this.folder = folder;
  }

  /** The journal now. */
  JournalPicture read(String whyReadOnly) throws IOException {
    // before the entries: while somebody writes, a head is behind, never ahead
    HeadFile.Reading head = HeadFile.read(fs, folder);
    List<Path> files = JournalFiles.in(fs, folder);
    if (!onlyGrown(files)) {
      seen = new LinkedHashMap<>();
      entries = new ArrayList<>();
      chain = new JournalChain(true, null);
      unfinished = new Unfinished();
    }
    for (Path file : files) {
      grow(file);
    }
    return new JournalPicture(
        true,
        entries,
        against(head, chain.result()),
        unfinished.all().stream().map(Unfinished.Open::begun).toList(),
        whyReadOnly,
        "");
  }

  /** An older file that changed, or one that shrank or is gone, was not written by a journal. */
  private boolean onlyGrown(List<Path> files) throws IOException {
    List<Path> known = List.copyOf(seen.keySet());
    if (files.size() < known.size() || !files.subList(0, known.size()).equals(known)) {
      return false;
    }
    for (Map.Entry<Path, Seen> one : seen.entrySet()) {
      Seen before = one.getValue();
      Seen now = now(one.getKey(), 0);
      boolean same = now.size() == before.size() && now.modified() == before.modified();
      if (!same && now.size() <= before.size()) {
        return false;
      }
    }
    return true;
  }

  private void grow(Path file) throws IOException {
    Seen before = seen.get(file);
    Seen now = now(file, 0);
    if (before != null && before.size() == now.size()) {
      return;
    }
    int from = before == null ? 0 : before.read();
    byte[] bytes = fs.read(file);
    for (int at = from; at < bytes.length; at++) {
      if (bytes[at] == '\n') {
        line(bytes, from, at, file);
        from = at + 1;
      }
    }
    seen.put(file, new Seen(bytes.length, now.modified(), from));
  }

  private void line(byte[] bytes, int from, int to, Path file) {
    if (chain.result().intact()) {
      chain.take(bytes, from, to, file);
    }
    try {
      JournalEntry entry =
          JournalLine.read(new String(bytes, from, to - from, StandardCharsets.UTF_8));
      entries.add(entry);
      unfinished.learn(entry);
    } catch (RuntimeException e) {
      // the chain says that it is none
    }
  }

  private static Seen now(Path file, int read) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new Seen(attributes.size(), attributes.lastModifiedTime().toMillis(), read);
  }

  private JournalVerifier.Result against(HeadFile.Reading reading, JournalVerifier.Result result) {
    JournalHead head = reading.head();
    if (!result.intact() || !reading.present()) {
      return result;
    }
    if (head == null) {
      return bad(result, result.lastSeq() + 1, "the head file was changed");
    }
    if (head.seq() > result.lastSeq()) {
      return bad(
          result,
          result.lastSeq() + 1,
          "the journal ends there, but the head file knows entry " + head.seq());
    }
    boolean another =
        head.seq() > 0 && !entries.get((int) head.seq() - 1).hash().equals(head.hash());
    return another
        ? bad(result, head.seq(), "the head file knows another entry of this number")
        : result;
  }

  private static JournalVerifier.Result bad(
      JournalVerifier.Result result, long number, String what) {
    return new JournalVerifier.Result(
        result.entries(), result.lastSeq(), result.head(), number, what, result.torn());
  }
}
