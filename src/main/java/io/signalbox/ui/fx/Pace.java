package io.signalbox.ui.fx;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Shows the first news at once, and all that comes within a gap after it once, at the gap's end: so
 * a flood is shown at a bearable pace and its last state is never missed. FX thread only.
 */
final class Pace {
  private final PauseTransition gap;
  private final Runnable show;
  private boolean more;

  Pace(Duration gap, Runnable show) {
    this.gap = new PauseTransition(gap);
    this.show = show;
    this.gap.setOnFinished(_ -> gapOver());
  }

  /** There is something new, to be shown now or with the gap's end. */
  void news() {
    if (gap.getStatus() == Animation.Status.RUNNING) {
      more = true;
    } else {
      now();
    }
  }

  /** There is something new that waits for no gap. */
  void now() {
    more = false;
    show.run();
    gap.playFromStart();
  }

  private void gapOver() {
    if (more) {
      now();
    }
  }

  /** Shows nothing more. */
  void stop() {
    gap.stop();
  }
}
