package io.signalbox.ui.kit;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.shape.StrokeLineCap;

/** Diagonal lines over what is stale or not known: told apart without any colour. */
public final class Hatch {
  private Hatch() {}

  /**
   * Hatches a rectangle with lines {@code gap} pixels apart. The lines end at its edges by
   * reckoning: a clip would make the renderer blend the whole canvas once for each of them.
   */
  public static void paint(
      GraphicsContext gc, double x, double y, double width, double height, double gap, Paint ink) {
    gc.save();
    gc.setStroke(ink);
    gc.setLineWidth(1);
    gc.setLineCap(StrokeLineCap.BUTT);
    gc.beginPath();
    for (double at = x - height; at < x + width; at += gap) {
      double from = Math.max(0, x - at);
      double to = Math.min(height, x + width - at);
      if (from < to) {
        gc.moveTo(at + from, y + height - from);
        gc.lineTo(at + to, y + height - to);
      }
    }
    gc.stroke();
    gc.restore();
  }
}
