package io.signalbox.bench;

import io.signalbox.journal.Journal;
import io.signalbox.journal.JournalNote;
import io.signalbox.journal.JournalVerifier;
import io.signalbox.journal.Phase;
import io.signalbox.rig.Folders;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** One append against write and fsync of the same bytes; verifying against SHA-256 of them. */
final class JournalBenchmark {
  private static final int APPENDS = 1_000;
  private static final int RECORDS = 100_000;
  private static final int COUNTED = 9;

  void run() throws Exception {
    Path folder = Files.createTempDirectory(Path.of("target"), "journal-bench");
    try {
      append(folder.resolve("append"));
      verify(folder.resolve("verify"));
    } finally {
      Folders.delete(folder);
    }
  }

  private static JournalNote note(int i) {
    return new JournalNote(
        Phase.STEP,
        "restart-service",
        "01KB3D7A" + i,
        "production/shop-runner-a",
        Map.of("step", "Restart the service", "observed", "active (running) for 3 s, run " + i),
        "ab".repeat(32),
        "SUCCEEDED_VERIFIED");
  }

  private static void append(Path folder) throws Exception {
    double[] journal = new double[APPENDS];
    double[] plain = new double[APPENDS];
    byte[] line = new byte[640];
    Arrays.fill(line, (byte) 'x');
    try (Journal open = Journal.open(folder, Clock.systemUTC(), "ana");
        FileChannel file =
            FileChannel.open(
                folder.resolve("plain"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int i = -200; i < APPENDS; i++) {
        long start = System.nanoTime();
        var _ = open.append(note(i));
        long between = System.nanoTime();
        file.write(ByteBuffer.wrap(line));
        file.force(false);
        if (i >= 0) {
          journal[i] = (between - start) / 1e6;
          plain[i] = (System.nanoTime() - between) / 1e6;
        }
      }
    }
    Arrays.sort(journal);
    Arrays.sort(plain);
    System.out.printf("journal: %,d appends, each beside a plain write and fsync%n", APPENDS);
    print("p50", journal[APPENDS / 2], plain[APPENDS / 2]);
    print("p99", journal[APPENDS * 99 / 100], plain[APPENDS * 99 / 100]);
  }

  private static void print(String name, double journal, double plain) {
    System.out.printf(
        "  append %s %8.2f ms   write+fsync %8.2f ms   %.2f%n",
        name, journal, plain, journal / plain);
  }

  private static void verify(Path folder) throws Exception {
    try (Journal open = Journal.open(folder, Clock.systemUTC(), "ana")) {
      for (int i = 0; i < RECORDS; i++) {
        var _ = open.append(note(i));
      }
    }
    double[] verify = new double[COUNTED];
    double[] hash = new double[COUNTED];
    long bytes = 0;
    for (int i = -3; i < COUNTED; i++) {
      long start = System.nanoTime();
      if (JournalVerifier.folder(folder).entries() != RECORDS) {
        throw new IllegalStateException("it does not verify");
      }
      long between = System.nanoTime();
      bytes = plainHash(folder);
      if (i >= 0) {
        verify[i] = (between - start) / 1e6;
        hash[i] = (System.nanoTime() - between) / 1e6;
      }
    }
    Arrays.sort(verify);
    Arrays.sort(hash);
    double mine = verify[COUNTED / 2];
    double plain = hash[COUNTED / 2];
    System.out.printf(
        "journal: verify %,d records, %.1f MB, median of %d%n", RECORDS, bytes / 1e6, COUNTED);
    System.out.printf(
        "  verify %8.1f ms   SHA-256 of the bytes %8.1f ms   %.2f%n", mine, plain, mine / plain);
  }

  private static long plainHash(Path folder) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    long bytes = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).toList()) {
        byte[] all = Files.readAllBytes(file);
        bytes += all.length;
        digest.update(all);
      }
    }
    return digest.digest().length == 32 ? bytes : -1;
  }
}
