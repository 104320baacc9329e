package io.signalbox.ui.fx;

import io.signalbox.journal.JournalDoor;
import io.signalbox.journal.JournalPicture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Brings the journal's pictures to the FX thread. Made and closed on the FX thread. */
public final class JournalBridge implements AutoCloseable {
  private final ReadOnlyObjectWrapper<JournalPicture> picture;
  private final Runnable closer;

  /** Starts with the newest picture and follows. */
  public JournalBridge(JournalDoor door) {
    FxAssert.onFxThread();
    picture = new ReadOnlyObjectWrapper<>(door.latest());
    closer = door.onPicture(new LatestHop<JournalPicture>(picture::set)::offer);
    picture.set(door.latest());
  }

  /** The newest picture that has arrived here; changes on the FX thread only. */
  public ReadOnlyObjectProperty<JournalPicture> picture() {
    return picture.getReadOnlyProperty();
  }

  @Override
  public void close() {
    closer.run();
  }
}
