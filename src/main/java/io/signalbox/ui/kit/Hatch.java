package io.signalbox.ui.kit;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;

/** Diagonal lines over what is stale or not known: told apart without any colour. */
public final class Hatch {
  private Hatch() {}

  /** Hatches a rectangle with lines {@code gap} pixels apart. */
  public static void paint(
      GraphicsContext gc, double x, double y, double width, double height, double gap, Paint ink) {
    gc.save();
    gc.beginPath();
    gc.rect(x, y, width, height);
    gc.clip();
    gc.setStroke(ink);
    gc.setLineWidth(1);
    for (double at = x - height; at < x + width; at += gap) {
      gc.strokeLine(at, y + height, at + height, y);
    }
    gc.restore();
  }
}
