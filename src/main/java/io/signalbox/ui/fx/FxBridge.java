package io.signalbox.ui.fx;

import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SnapshotHub;
import io.signalbox.snapshot.Subscription;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Brings the hub's snapshots to the FX thread. Made and closed on the FX thread. */
public final class FxBridge implements AutoCloseable {
  private final ReadOnlyObjectWrapper<Snapshot> snapshot;
  private final Subscription subscription;

  /** Starts with the hub's latest snapshot and follows it. */
  public FxBridge(SnapshotHub hub) {
    FxAssert.onFxThread();
    snapshot = new ReadOnlyObjectWrapper<>(hub.latest());
    subscription = hub.subscribe(new LatestHop<Snapshot>(this::receive)::offer);
  }

  /** The newest snapshot that has arrived here; changes on the FX thread only. */
  public ReadOnlyObjectProperty<Snapshot> snapshot() {
    return snapshot.getReadOnlyProperty();
  }

  private void receive(Snapshot next) {
    if (next.seq() >= snapshot.get().seq()) {
      snapshot.set(next);
    }
  }

  @Override
  public void close() {
    subscription.close();
  }
}
