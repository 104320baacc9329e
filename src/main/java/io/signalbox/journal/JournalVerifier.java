package io.signalbox.journal;

import io.signalbox.journal.RemoteHeads.RemoteHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks numbers and hashes of journals. A chain alone cannot show that its tail was cut or all of
 * it replaced: that shows against the head file beside it, and against the heads that remote runs
 * keep.
 */
public final class JournalVerifier {
  private static final JournalFs DISK = new DiskFs();

  private JournalVerifier() {}

  /**
   * What was found.
   *
   * @param entries how many verify, from the first on
   * @param lastSeq number of the last that verifies, 0 where there is none
   * @param head hash of the last that verifies
   * @param firstBad number of the first that does not, null when all do
   * @param problem what is wrong with it, empty when nothing is
   * @param torn bytes of an unfinished line at the end that was never acknowledged, e.g. of a
   *     process that was killed: the next start moves them aside
   */
  public record Result(
      long entries, long lastSeq, String head, @Nullable Long firstBad, String problem, int torn) {
    /** True when every line verifies. */
    public boolean intact() {
      return firstBad == null;
    }
  }

  /** Verifies all files of a folder as one chain from entry 1 to the head file. */
  public static Result folder(Path folder) throws IOException {
    return folder(DISK, folder);
  }

  /** True where a head file stands beside: without one a cut tail does not show. */
  public static boolean hasHead(Path folder) {
    return Files.exists(folder.resolve(HeadFile.NAME));
  }

  static Result folder(JournalFs fs, Path folder) throws IOException {
    List<Path> files = JournalFiles.in(fs, folder);
    HeadFile.Reading head = HeadFile.read(fs, folder);
    JournalChain chain = new JournalChain(true, head.head());
    return reachesHead(take(fs, files, chain), head, chain);
  }

  /** Verifies these files in this order; the first need not begin the chain. */
  static Result files(JournalFs fs, List<Path> files) throws IOException {
    JournalChain chain = new JournalChain(false, null);
    return take(fs, files, chain) ? chain.end().result() : chain.result();
  }

  /** From one segment to the end, with the head file. */
  static Result from(JournalFs fs, Path folder, List<Path> files) throws IOException {
    HeadFile.Reading head = HeadFile.read(fs, folder);
    JournalChain chain = new JournalChain(false, head.head());
    return reachesHead(take(fs, files, chain), head, chain);
  }

  /**
   * Verifies one segment: its own lines, that the segments before and after it join on, and the
   * head file where it is the last.
   */
  public static Result segment(Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null || !JournalFiles.named(file)) {
      return files(DISK, List.of(file));
    }
    List<Path> all = JournalFiles.in(DISK, parent);
    int index = all.indexOf(parent.resolve(file.getFileName()));
    HeadFile.Reading head = HeadFile.read(DISK, parent);
    byte[] bytes = DISK.read(file);
    JournalChain chain = new JournalChain(index == 0 && head.present(), head.head());
    if (index > 0 && !beginsAnew(bytes)) {
      chain.followOn(DISK.read(all.get(index - 1)));
    }
    if (!chain.takeAll(bytes, file)) {
      return chain.result();
    }
    if (index == all.size() - 1) {
      return reachesHead(true, head, chain);
    }
    if (chain.result().torn() > 0) {
      return chain.end().result();
    }
    chain.joins(DISK.read(all.get(index + 1)), file);
    return chain.result();
  }

  /** True where the damage before this segment is on record in its first line. */
  static boolean beginsAnew(byte[] segment) {
    List<JournalEntry> first = JournalReader.first(segment);
    return !first.isEmpty() && first.getFirst().phase() == Phase.BROKEN_CHAIN;
  }

  /** Holds a journal that verifies against what remote runs know of it. */
  public static Result against(Result local, List<JournalEntry> entries, List<RemoteHead> heads) {
    if (!local.intact()) {
      return local;
    }
    Set<String> hashes = new HashSet<>();
    Map<String, Long> started = new HashMap<>();
    for (JournalEntry entry : entries) {
      hashes.add(entry.hash());
      if (entry.phase() == Phase.STARTED) {
        started.put(entry.actionId(), entry.seq());
      }
    }
    for (RemoteHead head : heads) {
      if (!hashes.contains(head.hash())) {
        Long seq = started.get(head.actionId());
        long bad = seq == null ? local.lastSeq() + 1 : seq;
        return new Result(
            local.entries(),
            local.lastSeq(),
            local.head(),
            bad,
            head.place()
                + " knows an entry of action "
                + head.actionId()
                + (seq == null ? " that is missing here" : " that is another here")
                + " (hash "
                + head.hash()
                + "); the journal ends at "
                + local.lastSeq(),
            local.torn());
      }
    }
    return local;
  }

  private static boolean take(JournalFs fs, List<Path> files, JournalChain chain)
      throws IOException {
    for (Path file : files) {
      if (!chain.takeAll(fs.read(file), file)) {
        return false;
      }
    }
    return true;
  }

  private static Result reachesHead(boolean sound, HeadFile.Reading head, JournalChain chain) {
    if (sound && head.damaged()) {
      chain.bad(
          chain.seq() + 1,
          "the head file was changed: where the journal ended is unknown",
          Path.of(HeadFile.NAME));
    } else if (sound) {
      chain.end();
    }
    return chain.result();
  }
}
