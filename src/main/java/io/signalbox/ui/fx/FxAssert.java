package io.signalbox.ui.fx;

import javafx.application.Platform;

/** JavaFX does not warn of most changes from the wrong thread; this does. */
public final class FxAssert {
  private FxAssert() {}

  /**
   * Passes on the FX thread only.
   *
   * @throws IllegalStateException on every other thread
   */
  public static void onFxThread() {
    if (!Platform.isFxApplicationThread()) {
      throw new IllegalStateException(
          "called on " + Thread.currentThread().getName() + " instead of the FX thread");
    }
  }
}
