package io.signalbox.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks numbers and hashes of whole journals. A chain alone cannot show that its tail was cut. */
public final class JournalVerifier {
  private JournalVerifier() {}

  /**
   * What was found.
   *
   * @param entries how many verify, from the first on
   * @param lastSeq number of the last that verifies, 0 where there is none
   * @param head hash of the last that verifies
   * @param firstBad number of the first that does not, null when all do
   * @param problem what is wrong with it, empty when nothing is
   */
  public record Result(
      long entries, long lastSeq, String head, @Nullable Long firstBad, String problem) {
    /** True when every line verifies. */
    public boolean intact() {
      return firstBad == null;
    }
  }

  /** Verifies all files of a folder as one chain. */
  public static Result folder(Path folder) throws IOException {
    return files(JournalFiles.in(folder));
  }

  /** Verifies these files in this order; the first need not begin the chain. */
  public static Result files(List<Path> files) throws IOException {
    Chain chain = new Chain();
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      String text = new String(bytes, StandardCharsets.UTF_8);
      for (String line : text.split("\n", -1)) {
        if (!line.isEmpty() && !chain.take(line, file)) {
          return chain.result();
        }
      }
      if (bytes.length > 0 && bytes[bytes.length - 1] != '\n') {
        return chain.torn(file);
      }
    }
    return chain.result();
  }

  /** Follows the chain line by line. */
  private static final class Chain {
    private long entries;
    private long seq;
    private @Nullable String head;
    private @Nullable Long firstBad;
    private String problem = "";

    boolean take(String line, Path file) {
      try {
        JournalEntry entry = JournalLine.read(line);
        long expected = head == null ? entry.seq() : seq + 1;
        boolean opens =
            head == null && (entry.seq() > 1 || entry.prev().equals(JournalLine.FIRST_PREV));
        if (entry.seq() != expected) {
          return bad(expected, "number " + entry.seq() + " where " + expected + " belongs", file);
        }
        if (!opens && !entry.prev().equals(head)) {
          return bad(expected, "it does not follow the entry before it", file);
        }
        if (!JournalLine.hash(entry.prev(), JournalLine.body(line))
            .equals(JournalLine.carried(line))) {
          return bad(expected, "its content is not what was written", file);
        }
        seq = entry.seq();
        head = entry.hash();
        entries++;
        return true;
      } catch (RuntimeException e) {
        return bad(seq + 1, "it is not a journal's line", file);
      }
    }

    private boolean bad(long number, String what, Path file) {
      firstBad = number;
      problem = file.getFileName() + ": entry " + number + ": " + what;
      return false;
    }

    Result torn(Path file) {
      bad(seq, "the last line has no end", file);
      return result();
    }

    Result result() {
      return new Result(
          entries, seq, head == null ? JournalLine.FIRST_PREV : head, firstBad, problem);
    }
  }
}
