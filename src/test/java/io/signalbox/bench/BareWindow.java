package io.signalbox.bench;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/**
 * The least that JavaFX can show: one label in a window. It says when its first frame has been
 * handed to the renderer and ends, as the console does with {@code --first-frame}; the time between
 * is what the console's start is measured against.
 */
public final class BareWindow {
  private BareWindow() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    Platform.startup(
        () -> {
          Stage stage = new Stage();
          stage.setScene(new Scene(new Label("bare"), 1280, 800));
          stage.show();
          new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
              if (++pulses == 2) {
                System.out.println("first frame");
                System.exit(0);
              }
            }
          }.start();
        });
  }
}
