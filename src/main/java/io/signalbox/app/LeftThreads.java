package io.signalbox.app;

import java.util.List;

/**
 * Threads that would keep the process alive after everything has been closed. The entry point ends
 * by exit, which would hide one.
 */
final class LeftThreads {
  private static final long LONGEST_MILLIS = 5_000;

  private LeftThreads() {}

  /** Gives each up to five seconds to end; the names of those that did not. */
  static List<String> names() throws InterruptedException {
    List<Thread> keeping =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !thread.isDaemon() && thread != Thread.currentThread())
            .toList();
    for (Thread thread : keeping) {
      thread.join(LONGEST_MILLIS);
    }
    return keeping.stream().filter(Thread::isAlive).map(Thread::getName).sorted().toList();
  }
}
