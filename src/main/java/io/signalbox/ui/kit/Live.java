package io.signalbox.ui.kit;

import io.signalbox.profile.Thresholds;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.ui.fx.UiClock;
import io.signalbox.ui.theme.Palette;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;

/**
 * What every view is drawn from: the newest snapshot, the time, the colours. Views read it and
 * never write it. FX thread only.
 */
public record Live(
    ReadOnlyObjectProperty<Snapshot> snapshot,
    UiClock clock,
    ReadOnlyObjectProperty<Palette> palette,
    Thresholds thresholds,
    boolean motion) {
  /** The newest snapshot. */
  public Snapshot latest() {
    return snapshot.get();
  }

  /** The time to draw with. */
  public Instant now() {
    return clock.now();
  }

  /** The colours to paint with. */
  public Palette colours() {
    return palette.get();
  }
}
