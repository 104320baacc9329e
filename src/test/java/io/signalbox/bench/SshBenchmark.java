package io.signalbox.bench;

import io.signalbox.command.RunLines;
import io.signalbox.remote.OutputSink;
import io.signalbox.remote.Probe;
import io.signalbox.remote.durable.DurableRuns;
import io.signalbox.remote.durable.RunMeta;
import io.signalbox.remote.durable.RunOutput;
import io.signalbox.remote.ssh.SshShell;
import io.signalbox.rig.DurableRig;
import io.signalbox.rig.Folders;
import io.signalbox.text.SecretFilter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A command on a warm session against OpenSSH's client with and without ControlMaster, and a
 * gibibyte of output as lines against {@code ssh host cat} of the same file.
 */
final class SshBenchmark {
  private static final int COUNTED = 15;
  private static final long GIBIBYTE = 1L << 30;

  void run() throws Exception {
    Path folder = Files.createTempDirectory("sb-ssh");
    try (DurableRig rig = new DurableRig(folder)) {
      warm(rig, folder);
      output(rig, folder);
    } finally {
      Folders.delete(folder);
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double median(Work work) throws Exception {
    double[] milliseconds = new double[COUNTED];
    for (int i = -5; i < COUNTED; i++) {
      long start = System.nanoTime();
      work.run();
      if (i >= 0) {
        milliseconds[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(milliseconds);
    return milliseconds[COUNTED / 2];
  }

  private static List<String> ssh(DurableRig rig, String... more) {
    List<String> words = new ArrayList<>(List.of("ssh", "-F", rig.config().toString()));
    words.addAll(List.of("-o", "UserKnownHostsFile=" + rig.knownHosts()));
    words.addAll(List.of("-o", "BatchMode=yes", "-p", Integer.toString(rig.first().port())));
    words.addAll(List.of(more));
    return words;
  }

  private static void call(List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(command + " ended with " + process.exitValue());
    }
  }

  private static void warm(DurableRig rig, Path folder) throws Exception {
    String there = rig.first().user() + "@127.0.0.1";
    String control = "ControlPath=" + folder.resolve("m");
    Process master =
        new ProcessBuilder(ssh(rig, "-o", control, "-M", "-N", there))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (!Files.exists(folder.resolve("m")) && master.isAlive()) {
      Thread.onSpinWait();
    }
    try {
      SshShell shell = rig.shell(null);
      double mine = median(() -> shell.read("box-a", new Probe.HostName()));
      double mastered = median(() -> call(ssh(rig, "-o", control, there, "hostname")));
      double plain = median(() -> call(ssh(rig, there, "hostname")));
      System.out.printf("ssh: hostname on a warm session, medians of %d%n", COUNTED);
      System.out.printf("  this console               %8.1f ms   1.00%n", mine);
      System.out.printf(
          "  ssh with ControlMaster     %8.1f ms   %.2f%n", mastered, mastered / mine);
      System.out.printf("  ssh without                %8.1f ms   %.2f%n", plain, plain / mine);
    } finally {
      master.destroy();
    }
  }

  private static void output(DurableRig rig, Path folder) throws Exception {
    Path file = folder.resolve("gibibyte");
    byte[] block = ("x".repeat(99) + "\n").repeat(10_486).getBytes(StandardCharsets.US_ASCII);
    try (var out = Files.newOutputStream(file)) {
      for (long written = 0; written < GIBIBYTE; written += block.length) {
        out.write(block);
      }
    }
    DurableRuns runs = rig.runs(null);
    RunMeta meta = DurableRig.meta("B1", "box-a", 1, "cat", file.toString());
    rig.start(runs, meta, Duration.ofMinutes(30));
    var _ = runs.follow("box-a", "B1", new Dropped(), Duration.ofMinutes(5));
    Path log = rig.runFolder(rig.first(), "B1").resolve("log");
    String there = rig.first().user() + "@127.0.0.1";
    long start = System.nanoTime();
    call(ssh(rig, there, "cat", log.toString()));
    double plain = (System.nanoTime() - start) / 1e9;
    AtomicLong lines = new AtomicLong();
    OutputSink counting = (_, _) -> lines.incrementAndGet();
    AtomicLong heap = new AtomicLong();
    AtomicBoolean over = new AtomicBoolean();
    Thread watch = Thread.ofPlatform().daemon().start(() -> watch(heap, over));
    start = System.nanoTime();
    try (RunLines sink = new RunLines(counting, Clock.systemUTC(), new SecretFilter())) {
      var _ = runs.follow("box-a", "B1", sink, Duration.ofMinutes(5));
    }
    double mine = (System.nanoTime() - start) / 1e9;
    over.set(true);
    watch.join();
    System.out.printf("output: %,d bytes of a run's log%n", Files.size(log));
    System.out.printf("  ssh host cat               %8.1f s   1.00%n", plain);
    System.out.printf(
        "  followed to %,d lines %8.1f s   %.2f   heap at most %.0f MB%n",
        lines.get(), mine, mine / plain, heap.get() / 1e6);
  }

  /** Reads and forgets. */
  private static final class Dropped implements RunOutput {
    @Override
    public void bytes(byte[] chunk, int offset, int length) {}

    @Override
    public void verify(byte[] chunk, int offset, int length) {}

    @Override
    public void alive() {}

    @Override
    public void notice(String words) {}
  }

  private static void watch(AtomicLong heap, AtomicBoolean over) {
    Runtime runtime = Runtime.getRuntime();
    while (!over.get()) {
      heap.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory(), Math::max);
      LockSupport.parkNanos(20_000_000);
    }
  }
}
