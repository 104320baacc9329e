package io.signalbox.ui.fx;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands values to the FX thread: the latest wins, and no more than one hop is queued, however many
 * values arrive while the FX thread is busy. Safe on every thread.
 *
 * @param <T> what is handed over
 */
final class LatestHop<T> {
  private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
  private final Consumer<T> receiver;

  LatestHop(Consumer<T> receiver) {
    this.receiver = receiver;
  }

  void offer(T value) {
    if (waiting.getAndSet(value) == null) {
      FxHop.later(this::deliver);
    }
  }

  private void deliver() {
    T value = waiting.getAndSet(null);
    if (value != null) {
      receiver.accept(value);
    }
  }
}
