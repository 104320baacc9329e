package io.signalbox.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A durable run of the demo's playbook, which plays itself out over time. */
final class PlaybookRun implements SimulatedRun {
  private static final int TERMINATED = 143;
  private static final long EVENT = ControlState.EVENT.toNanos();

  private final String id;
  private final String meta;
  private final String target;
  private final DemoPlaybook playbook;
  private final long start = System.nanoTime();
  private @Nullable Long abortedAt;

  /** Begins to bring this version. */
  PlaybookRun(String id, String meta, String target, DemoPlaybook playbook) {
    this.id = id;
    this.meta = meta;
    this.target = target;
    this.playbook = playbook;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String meta() {
    return meta;
  }

  /** The version that it brings. */
  String target() {
    return target;
  }

  /** How many events there are by now. */
  private synchronized int told() {
    long until = abortedAt == null ? System.nanoTime() : abortedAt;
    long done = (until - start) / EVENT;
    return (int) Math.min(playbook.events().size(), Math.max(0, done));
  }

  @Override
  public synchronized boolean running() {
    return abortedAt == null && told() < playbook.events().size();
  }

  @Override
  public synchronized void abort() {
    if (running()) {
      abortedAt = System.nanoTime();
    }
  }

  @Override
  public synchronized boolean aborted() {
    return abortedAt != null;
  }

  @Override
  public int exit() {
    return aborted() ? TERMINATED : 0;
  }

  @Override
  public byte[] log() {
    return text(playbook.log());
  }

  @Override
  public byte[] events() {
    return text(playbook.events());
  }

  private byte[] text(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.subList(0, told()).forEach(one -> text.append(one).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
