package io.signalbox.app;

import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;

/**
 * Starts the toolkit on a thread of its own, while profile and sources are made ready: each takes
 * about half of the time to the first frame.
 */
final class ToolkitStart {
  private final CompletableFuture<String> started = new CompletableFuture<>();

  private ToolkitStart() {}

  /** Begins at once and does not wait. */
  static ToolkitStart begin() {
    ToolkitStart start = new ToolkitStart();
    Thread.ofPlatform().daemon().name("toolkit-start").start(start::run);
    return start;
  }

  private void run() {
    try {
      Platform.startup(() -> started.complete(""));
    } catch (UnsupportedOperationException | IllegalStateException e) {
      started.complete(String.valueOf(e.getMessage()));
    }
  }

  /** Waits for it; the reason why there is none where this system has no display, else empty. */
  String obstacle() {
    return started.join();
  }
}
