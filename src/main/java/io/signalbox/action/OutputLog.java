package io.signalbox.action;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The newest lines of a run's output. A view costs nothing whatever its length, so that each line
 * can be told at once: lines are only ever added behind what a view can see.
 */
final class OutputLog {
  /** How many lines are kept. */
  static final int KEPT = 20_000;

  private static final int SPARE = 10_000;

  private @Nullable OutputLine[] lines = new OutputLine[64];
  private int from;
  private int to;
  private long dropped;

  synchronized void add(OutputLine line) {
    if (to == lines.length) {
      makeRoom();
    }
    lines[to++] = line;
    if (to - from > KEPT) {
      from++;
      dropped++;
    }
  }

  /** Old views keep their array; the new one has room behind the lines that are still kept. */
  private void makeRoom() {
    int kept = to - from;
    int size = Math.min(Math.max(kept * 2, 64), KEPT + SPARE);
    @Nullable OutputLine[] next = new OutputLine[Math.max(size, kept + 1)];
    System.arraycopy(lines, from, next, 0, kept);
    lines = next;
    from = 0;
    to = kept;
  }

  /** The lines as they are now; says first how many are no longer kept. */
  synchronized List<OutputLine> view() {
    if (to == from) {
      return List.of();
    }
    OutputLine first = lines[from];
    if (dropped == 0 || first == null) {
      return new View(lines, from, to, null);
    }
    String note = "… " + dropped + " earlier lines are not kept here";
    return new View(lines, from, to, new OutputLine(first.at(), false, note));
  }

  private static final class View extends AbstractList<OutputLine> implements RandomAccess {
    private final @Nullable OutputLine[] lines;
    private final int from;
    private final int to;
    private final @Nullable OutputLine note;

    View(@Nullable OutputLine[] lines, int from, int to, @Nullable OutputLine note) {
      this.lines = lines;
      this.from = from;
      this.to = to;
      this.note = note;
    }

    @Override
    public OutputLine get(int index) {
      int behind = note == null ? index : index - 1;
      OutputLine line = behind < 0 ? note : from + behind < to ? lines[from + behind] : null;
      if (line == null) {
        throw new IndexOutOfBoundsException(index);
      }
      return line;
    }

    @Override
    public int size() {
      return to - from + (note == null ? 0 : 1);
    }
  }
}
