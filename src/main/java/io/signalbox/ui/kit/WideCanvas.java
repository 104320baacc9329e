package io.signalbox.ui.kit;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/** A drawing as wide as there is room, painted anew when that changes. FX thread only. */
public abstract class WideCanvas extends Region {
  private final Canvas canvas = new Canvas();
  private final double height;

  /** As high as this, in pixels. */
  protected WideCanvas(double height) {
    this.height = height;
    setMinHeight(height);
    setPrefHeight(height);
    getChildren().add(canvas);
  }

  @Override
  protected final void layoutChildren() {
    if (canvas.getWidth() != getWidth()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(height);
      GraphicsContext gc = canvas.getGraphicsContext2D();
      gc.clearRect(0, 0, getWidth(), height);
      paint(gc, getWidth());
    }
  }

  /** Paints all of it on an empty ground of this width. */
  protected abstract void paint(GraphicsContext gc, double width);
}
