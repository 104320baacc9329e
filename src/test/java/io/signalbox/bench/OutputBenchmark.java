package io.signalbox.bench;

import io.signalbox.text.LineFeed;
import io.signalbox.text.SecretFilter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes to harmless, masked lines: with no colours, and with thirteen changes of them a line; 20
 * secrets known.
 */
final class OutputBenchmark {
  private static final int MIB = 64;

  void run() {
    SecretFilter secrets = new SecretFilter();
    for (int i = 0; i < 20; i++) {
      secrets.know("s3cret-number-" + i + "-" + Integer.toHexString(i * 0x1234567));
    }
    System.out.printf("output: %d MiB of lines of 100 bytes, 20 secrets in all their forms%n", MIB);
    measure("plain lines", "x".repeat(16) + " restart of shop-runner-a: it took 12 s ", secrets);
    measure("13 sequences a line", "\u001b[32mok\u001b[0m \u001b[1mshop\u001b[0m text ", secrets);
  }

  private static void measure(String what, String unit, SecretFilter secrets) {
    String line = unit.repeat(100).substring(0, 99) + "\n";
    byte[] chunk = line.repeat(330).getBytes(StandardCharsets.UTF_8);
    double best = 0;
    for (int round = 0; round < 5; round++) {
      AtomicLong lines = new AtomicLong();
      long start = System.nanoTime();
      long bytes = 0;
      try (LineFeed feed = new LineFeed(secrets, _ -> lines.incrementAndGet())) {
        for (; bytes < (long) MIB << 20; bytes += chunk.length) {
          feed.feed(chunk, 0, chunk.length);
        }
      }
      best = Math.max(best, bytes / 1e6 / ((System.nanoTime() - start) / 1e9));
    }
    System.out.printf("  %-22s %7.0f MB/s%n", what, best);
  }
}
