package io.signalbox.app;

import java.io.PrintStream;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;

/**
 * For measuring the start: says when the window's first frame has been handed to the renderer, then
 * closes the window. Called on the FX thread.
 */
final class FirstFrame implements Consumer<Stage> {
  /** What is printed; whoever measures waits for this line. */
  static final String LINE = "first frame";

  private final PrintStream out;

  FirstFrame(PrintStream out) {
    this.out = out;
  }

  @Override
  public void accept(Stage stage) {
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        // a timer runs at the start of a pulse: at the second one the first has been laid out
        if (++pulses == 2) {
          stop();
          out.println(LINE);
          out.flush();
          stage.hide();
        }
      }
    }.start();
  }
}
