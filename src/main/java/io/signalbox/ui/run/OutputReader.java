package io.signalbox.ui.run;

import io.signalbox.action.KeptOutput;
import io.signalbox.action.OutputLine;
import io.signalbox.ui.fx.FxFutures;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Reads the lines that are to be drawn: kept ones on a thread of its own, one reading at a time, so
 * that nothing on the FX thread waits for a disk or for the run that writes. A flood of lines is
 * not drawn more often than can be seen. FX thread only.
 */
final class OutputReader {
  /** For whatever else has to read many lines. */
  static final Executor THREADS = task -> Thread.ofVirtual().name("output-reader").start(task);

  private static final long BETWEEN_NANOS = 40_000_000;

  private final Consumer<OutputFrame> onRead;
  private final Consumer<Throwable> onFailure;
  private long last = System.nanoTime() - BETWEEN_NANOS;
  private boolean reading;
  private int round;

  OutputReader(Consumer<OutputFrame> onRead, Consumer<Throwable> onFailure) {
    this.onRead = onRead;
    this.onFailure = onFailure;
  }

  /** What is being read is not wanted any more. */
  void forget() {
    round++;
    reading = false;
  }

  /** Reads from the list; does nothing while another reading is on its way. */
  void read(List<OutputLine> lines, int from, int end, double top) {
    if (!(lines instanceof KeptOutput)) {
      onRead.accept(new OutputFrame(from, lines.subList(from, end), top));
      return;
    }
    if (reading) {
      return;
    }
    reading = true;
    int asked = round;
    long wait = Math.max(0, last + BETWEEN_NANOS - System.nanoTime());
    last = System.nanoTime() + wait;
    FxFutures.deliver(
        CompletableFuture.supplyAsync(
            () -> new OutputFrame(from, lines.subList(from, end), top),
            CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, THREADS)),
        frame -> end(asked, () -> onRead.accept(frame)),
        failure -> end(asked, () -> onFailure.accept(failure)));
  }

  private void end(int asked, Runnable then) {
    if (asked == round) {
      reading = false;
      then.run();
    }
  }
}
