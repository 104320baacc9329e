package io.signalbox.journal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Follows a chain line by line, up to the first that does not fit. */
final class JournalChain {
  private final boolean fromTheBeginning;
  private final @Nullable JournalHead known;
  private long entries;
  private long seq;
  private @Nullable String head;
  private @Nullable Long firstBad;
  private String problem = "";
  private int torn;
  private @Nullable Path tornFile;

  /**
   * Begins.
   *
   * @param fromTheBeginning the first line has to be number 1; else it may be any
   * @param known what the journal once ended with, null where that is not known
   */
  JournalChain(boolean fromTheBeginning, @Nullable JournalHead known) {
    this.fromTheBeginning = fromTheBeginning;
    this.known = known;
  }

  /** Takes all lines of a file; false from the first on that does not fit. */
  boolean takeAll(byte[] bytes, Path file) {
    if (tornFile != null) {
      return bad(seq + 1, "the last line has no end", tornFile);
    }
    int from = 0;
    for (int at = 0; at < bytes.length && firstBad == null; at++) {
      if (bytes[at] == '\n') {
        if (at > from) {
          take(bytes, from, at, file);
        }
        from = at + 1;
      }
    }
    if (firstBad == null && from < bytes.length) {
      torn = bytes.length - from;
      tornFile = file;
    }
    return firstBad == null;
  }

  /** Takes the line between two places. */
  boolean take(byte[] bytes, int from, int to, Path file) {
    LineFrame frame = LineFrame.of(bytes, from, to);
    long expected = head == null ? 1 : seq + 1;
    boolean first = head == null;
    if (frame == null) {
      return bad(expected, "it is not a journal's line", file);
    }
    if (first && !fromTheBeginning) {
      expected = frame.seq();
    }
    if (frame.seq() != expected) {
      return bad(expected, "number " + frame.seq() + " where " + expected + " belongs", file);
    }
    String before = head == null ? JournalLine.FIRST_PREV : head;
    if ((!first || expected == 1) && !frame.prev().equals(before)) {
      return bad(expected, "it does not follow the entry before it", file);
    }
    if (!frame.sound()) {
      return bad(expected, "its content is not what was written", file);
    }
    if (known != null && known.seq() == frame.seq() && !known.hash().equals(frame.hash())) {
      return bad(expected, "the head file knows another entry of this number", file);
    }
    seq = frame.seq();
    head = frame.hash();
    entries++;
    return true;
  }

  /** Something else that does not fit. */
  boolean bad(long number, String what, Path file) {
    if (firstBad == null) {
      firstBad = number;
      problem = file.getFileName() + ": entry " + number + ": " + what;
    }
    return false;
  }

  /**
   * After the last line: whether the journal reaches as far as it once did. A half line beyond that
   * was never acknowledged, so it is no damage; where the end is not known it may be.
   */
  JournalChain end() {
    if (known != null && known.seq() > seq) {
      Path nothing = Path.of(HeadFile.NAME);
      bad(
          seq + 1,
          "it is missing: the head file knows entry "
              + known.seq()
              + ", the journal ends at "
              + seq,
          tornFile == null ? nothing : tornFile);
    } else if (known == null && tornFile != null) {
      bad(seq + 1, "the last line has no end", tornFile);
    }
    return this;
  }

  /** Goes on from the last line of the segment before, which is not verified here. */
  void followOn(byte[] segmentBefore) {
    int to = segmentBefore.length;
    while (to > 0 && segmentBefore[to - 1] == '\n') {
      to--;
    }
    int from = to;
    while (from > 0 && segmentBefore[from - 1] != '\n') {
      from--;
    }
    LineFrame last = LineFrame.of(segmentBefore, from, to);
    if (last != null) {
      seq = last.seq();
      head = last.hash();
    }
  }

  /** Whether the segment after goes on where this one ends. */
  void joins(byte[] segmentAfter, Path file) {
    int to = 0;
    while (to < segmentAfter.length && segmentAfter[to] != '\n') {
      to++;
    }
    LineFrame next = LineFrame.of(segmentAfter, 0, to);
    if (next != null && (next.seq() != seq + 1 || !next.prev().equals(head))) {
      bad(seq + 1, "it is missing: the next file begins with number " + next.seq(), file);
    }
  }

  long seq() {
    return seq;
  }

  JournalVerifier.Result result() {
    return new JournalVerifier.Result(
        entries, seq, head == null ? JournalLine.FIRST_PREV : head, firstBad, problem, torn);
  }
}
