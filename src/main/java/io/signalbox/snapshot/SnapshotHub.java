package io.signalbox.snapshot;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Holds the latest snapshot and tells listeners. Safe on every thread; listeners are called on the
 * publishing thread, in order of publication, and must return at once.
 */
public final class SnapshotHub {
  private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();
  private volatile Snapshot latest;

  /** Starts with a snapshot that knows nothing. */
  public SnapshotHub(Snapshot first) {
    latest = first;
  }

  /** The newest snapshot. */
  public Snapshot latest() {
    return latest;
  }

  /** Makes this the latest and tells every listener; one older than the latest is dropped. */
  public synchronized void publish(Snapshot snapshot) {
    if (snapshot.seq() > latest.seq()) {
      latest = snapshot;
      listeners.forEach(listener -> listener.accept(snapshot));
    }
  }

  /** Registers a listener and hands it the latest snapshot at once. */
  public synchronized Subscription subscribe(Consumer<Snapshot> listener) {
    listeners.add(listener);
    listener.accept(latest);
    return () -> listeners.remove(listener);
  }

  /** How many listen now; none once everything that watched is closed. */
  public int listeners() {
    return listeners.size();
  }
}
