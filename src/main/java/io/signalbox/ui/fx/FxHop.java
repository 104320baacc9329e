package io.signalbox.ui.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;

/** Runs a task on the FX thread for somebody who is not on it. */
public final class FxHop {
  private FxHop() {}

  /** Queues the task; the future completes on the FX thread with its result or its failure. */
  public static <T> CompletableFuture<T> call(Callable<T> task) {
    CompletableFuture<T> done = new CompletableFuture<>();
    later(
        () -> {
          try {
            done.complete(task.call());
          } catch (Exception e) {
            done.completeExceptionally(e);
          }
        });
    return done;
  }

  /** Queues a task: the one place of the house that does. */
  static void later(Runnable task) {
    Platform.runLater(task);
  }
}
