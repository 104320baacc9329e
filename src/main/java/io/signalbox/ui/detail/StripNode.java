package io.signalbox.ui.detail;

import io.signalbox.ui.kit.Box;
import io.signalbox.ui.kit.HistoryStrip;
import io.signalbox.ui.theme.Palette;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/** The state of the last hour, wide enough to read. */
final class StripNode extends Region {
  private static final double HEIGHT = 14;

  private final Canvas canvas = new Canvas();
  private final List<HistoryStrip.Piece> pieces;
  private final Palette palette;

  StripNode(List<HistoryStrip.Piece> pieces, Palette palette) {
    this.pieces = pieces;
    this.palette = palette;
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    getChildren().add(canvas);
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(HEIGHT);
      var gc = canvas.getGraphicsContext2D();
      gc.clearRect(0, 0, getWidth(), HEIGHT);
      HistoryStrip.paint(gc, pieces, palette, new Box(0, 0, getWidth(), HEIGHT), 6);
    }
  }
}
