package io.signalbox.ui.shell;

import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The middle of the window: one view, and at its foot the line where the view has one. The view
 * gets the height it asks for and the line the rest, but never less than a strip.
 */
final class MiddlePane extends Region {
  /** What the line is never less high than. */
  static final double STRIP = 154;

  private @Nullable Region view;
  private @Nullable Region foot;

  void show(Region nextView, @Nullable Region nextFoot) {
    view = nextView;
    foot = nextFoot;
    if (nextFoot == null) {
      getChildren().setAll(nextView);
    } else {
      getChildren().setAll(nextView, nextFoot);
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return 2 * STRIP;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double line = 0;
    if (view != null && foot != null) {
      double wanted = Math.ceil(view.prefHeight(width));
      line = Math.min(height, Math.max(STRIP, height - wanted));
      foot.resizeRelocate(0, height - line, width, line);
    }
    if (view != null) {
      view.resizeRelocate(0, 0, width, height - line);
    }
  }
}
