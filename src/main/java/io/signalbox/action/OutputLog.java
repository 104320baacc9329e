package io.signalbox.action;

import java.io.IOException;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run's output, every line of it: the newest in memory, older ones in a file where there is a
 * folder for one, and an index to page back. Bounded in memory whatever the length. Lines that
 * could not be kept are counted and said so in their place. Safe on every thread.
 */
final class OutputLog implements AutoCloseable {
  /** Bytes of output kept in memory. */
  static final int IN_MEMORY = 8 << 20;

  /** Bytes of output kept in the file. */
  static final long IN_FILE = 4L << 30;

  /** Decoded blocks at hand: what is on screen, and what is searched at the same time. */
  private static final int PAGES = 4;

  private final @Nullable Path folder;
  private final int memory;
  private final long fileLimit;

  /** Per block: its first line's number, and where it is in the file; -1 in memory, -2 gone. */
  private long[] firstLines = new long[16];

  private long[] offsets = new long[16];
  private int[] sizes = new int[16];
  private @Nullable OutputBlock[] kept = new OutputBlock[16];
  private int blocks;
  private int firstInMemory;
  private long bytesInMemory;
  private long lines;
  private long gone;
  private String whyGone = "";
  private @Nullable SpillFile file;
  private boolean spilling;

  /** What the block that went last was written into: a flood of output makes no garbage of it. */
  private byte @Nullable [] unused;

  private final Map<Integer, List<OutputLine>> pages = new LinkedHashMap<>(8, 0.75f, true);

  /** Keeps older lines below this folder; null keeps the newest lines only. */
  OutputLog(@Nullable Path folder) {
    this(folder, IN_MEMORY, IN_FILE);
  }

  OutputLog(@Nullable Path folder, int memory, long fileLimit) {
    this.folder = folder;
    this.memory = memory;
    this.fileLimit = fileLimit;
    this.spilling = folder != null;
    this.whyGone = folder == null ? "there is no folder for them" : "";
  }

  synchronized void add(OutputLine line) {
    OutputBlock open = blocks == 0 ? null : kept[blocks - 1];
    if (open == null || open.full()) {
      open = begin();
    }
    int before = open.size();
    open.add(line);
    bytesInMemory += open.size() - before;
    lines++;
  }

  private OutputBlock begin() {
    while (bytesInMemory > memory && firstInMemory < blocks - 1) {
      letGo();
    }
    if (blocks == offsets.length) {
      firstLines = Arrays.copyOf(firstLines, 2 * blocks);
      offsets = Arrays.copyOf(offsets, 2 * blocks);
      sizes = Arrays.copyOf(sizes, 2 * blocks);
      kept = Arrays.copyOf(kept, 2 * blocks);
    }
    OutputBlock next = unused == null ? new OutputBlock() : new OutputBlock(unused);
    unused = null;
    firstLines[blocks] = lines;
    offsets[blocks] = -1;
    kept[blocks] = next;
    blocks++;
    return next;
  }

  /** The oldest block in memory goes to the file, or away. */
  private void letGo() {
    OutputBlock block = kept[firstInMemory];
    if (block != null) {
      offsets[firstInMemory] = spill(block);
      sizes[firstInMemory] = block.size();
      gone += offsets[firstInMemory] < 0 ? block.lines() : 0;
      bytesInMemory -= block.size();
      unused = block.bytes();
    }
    kept[firstInMemory++] = null;
  }

  private long spill(OutputBlock block) {
    if (!spilling || folder == null) {
      return -2;
    }
    try {
      SpillFile open = file;
      if (open == null) {
        open = SpillFile.create(folder, fileLimit);
        file = open;
      }
      return open.append(block.bytes(), block.size());
    } catch (IOException | UnsupportedOperationException e) {
      spilling = false;
      whyGone = "the file in " + folder + " took no more: " + e.getMessage();
      return -2;
    }
  }

  /** How many lines there were. */
  synchronized long lines() {
    return lines;
  }

  /** How many of them are not kept here. */
  synchronized long gone() {
    return gone;
  }

  private synchronized OutputLine line(int index) {
    int found = Arrays.binarySearch(firstLines, 0, blocks, index);
    int block = found >= 0 ? found : -found - 2;
    int inBlock = (int) (index - firstLines[block]);
    List<OutputLine> page = pages.get(block);
    if (page == null || inBlock >= page.size()) {
      page = load(block);
      pages.put(block, page);
      if (pages.size() > PAGES) {
        pages.remove(pages.keySet().iterator().next());
      }
    }
    return inBlock < page.size() ? page.get(inBlock) : page.getFirst();
  }

  private List<OutputLine> load(int block) {
    OutputBlock inMemory = kept[block];
    if (inMemory != null) {
      return OutputBlock.read(inMemory.bytes(), inMemory.size(), inMemory.lines());
    }
    SpillFile open = file;
    if (offsets[block] < 0 || open == null) {
      return missing(block, whyGone);
    }
    try {
      return OutputBlock.read(open.read(offsets[block], sizes[block]), sizes[block], 64);
    } catch (IOException e) {
      return missing(block, "the file in " + folder + " cannot be read: " + e.getMessage());
    }
  }

  /** One line in place of many: each of their places says the same. */
  private List<OutputLine> missing(int block, String why) {
    OutputLine next = load(blocks - 1).getFirst();
    return List.of(
        new OutputLine(
            next.at(),
            true,
            "… this line is not kept here ("
                + why
                + "); the whole output is on the host, "
                + gone
                + " lines are missing from line "
                + (firstLines[block] + 1)
                + " on"));
  }

  /** The lines as they are now, each by its number; costs nothing whatever its length. */
  synchronized List<OutputLine> view() {
    return lines == 0 ? List.of() : new View(this, (int) Math.min(lines, Integer.MAX_VALUE));
  }

  /** Deletes the file; what is asked for afterwards is said to be missing. */
  @Override
  public synchronized void close() {
    if (file != null) {
      file.close();
    }
  }

  private static final class View extends AbstractList<OutputLine> implements KeptOutput {
    private final OutputLog log;
    private final int size;

    View(OutputLog log, int size) {
      this.log = log;
      this.size = size;
    }

    @Override
    public OutputLine get(int index) {
      if (index < 0 || index >= size) {
        throw new IndexOutOfBoundsException(index);
      }
      return log.line(index);
    }

    @Override
    public int size() {
      return size;
    }

    /** Two views of one log differ in length only: nothing has to be read to tell. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof View view && view.log == log
          ? view.size == size
          : super.equals(other);
    }

    @Override
    public int hashCode() {
      return super.hashCode();
    }
  }
}
