package io.signalbox.ui.fx;

import java.time.Clock;
import java.time.Instant;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/** The time on screen: one tick a second, on the FX thread, from a clock that is handed in. */
public final class UiClock implements AutoCloseable {
  private final Clock clock;
  private final ReadOnlyObjectWrapper<Instant> now;
  private final Timeline ticks;

  /** Shows the clock's time at once; ticks only after {@link #start}. */
  public UiClock(Clock clock) {
    this.clock = clock;
    now = new ReadOnlyObjectWrapper<>(clock.instant());
    ticks = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));
    ticks.setCycleCount(Animation.INDEFINITE);
  }

  /** Lets it tick. */
  public void start() {
    ticks.play();
  }

  /** Reads the clock now. */
  public void tick() {
    FxAssert.onFxThread();
    now.set(clock.instant());
  }

  /** The time to draw with. */
  public ReadOnlyObjectProperty<Instant> nowProperty() {
    return now.getReadOnlyProperty();
  }

  /** The time to draw with. */
  public Instant now() {
    return now.get();
  }

  @Override
  public void close() {
    ticks.stop();
  }
}
