package io.signalbox.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One durable run of a command on a simulated host. What it changes is changed when it begins; its
 * output comes evenly over the time it takes, which is time on the machine's own clock. Safe on
 * every thread.
 */
final class CommandRun implements SimulatedRun {
  private static final int TERMINATED = 143;

  private final String id;
  private final String meta;
  private final ShellResult result;
  private final @Nullable Supplier<ShellResult> verify;
  private final List<String> lines;
  private final long begun = System.nanoTime();
  private @Nullable Long abortedAfter;
  private @Nullable ShellResult proof;

  /**
   * Begins.
   *
   * @param verify proves it once it has ended well; null where nothing does
   */
  CommandRun(String id, String meta, ShellResult result, @Nullable Supplier<ShellResult> verify) {
    this.id = id;
    this.meta = meta;
    this.result = result;
    this.verify = verify;
    this.lines = (result.out() + result.err()).lines().map(line -> line + "\n").toList();
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String meta() {
    return meta;
  }

  @Override
  public synchronized boolean aborted() {
    return abortedAfter != null;
  }

  @Override
  public synchronized int exit() {
    return abortedAfter == null ? result.exit() : TERMINATED;
  }

  @Override
  public synchronized boolean running() {
    return abortedAfter == null && elapsed() < result.takes().toNanos();
  }

  private long elapsed() {
    return abortedAfter == null ? System.nanoTime() - begun : abortedAfter;
  }

  @Override
  public synchronized void abort() {
    if (running()) {
      abortedAfter = elapsed();
    }
  }

  @Override
  public synchronized byte[] log() {
    Duration takes = result.takes();
    long done = elapsed();
    int count =
        done >= takes.toNanos()
            ? lines.size()
            : (int) (lines.size() * ((double) done / takes.toNanos()));
    return String.join("", lines.subList(0, count)).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public synchronized @Nullable Integer proofExit() {
    ShellResult known = proof();
    return known == null ? null : known.exit();
  }

  @Override
  public synchronized byte[] proofLog() {
    ShellResult known = proof();
    return known == null
        ? new byte[0]
        : (known.out() + known.err()).getBytes(StandardCharsets.UTF_8);
  }

  private @Nullable ShellResult proof() {
    boolean due = !running() && abortedAfter == null && result.exit() == 0;
    if (proof == null && due && verify != null) {
      proof = verify.get();
    }
    return proof;
  }
}
