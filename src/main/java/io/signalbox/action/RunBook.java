package io.signalbox.action;

import io.signalbox.snapshot.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runs of this session and those who follow them. Safe on every thread. */
final class RunBook {
  private static final Logger LOG = LoggerFactory.getLogger(RunBook.class);
  private static final int KEPT = 200;

  private final List<Consumer<ActionRun>> listeners = new CopyOnWriteArrayList<>();
  private final List<ActionRun> runs = new ArrayList<>();

  void changed(ActionRun run) {
    synchronized (runs) {
      runs.removeIf(known -> known.id().equals(run.id()));
      runs.addFirst(run);
      if (runs.size() > KEPT) {
        runs.removeLast();
      }
    }
    for (Consumer<ActionRun> listener : listeners) {
      try {
        listener.accept(run);
      } catch (RuntimeException e) {
        LOG.error("A listener of runs failed", e);
      }
    }
  }

  /** Newest first. */
  List<ActionRun> runs() {
    synchronized (runs) {
      return List.copyOf(runs);
    }
  }

  Subscription onRun(Consumer<ActionRun> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
