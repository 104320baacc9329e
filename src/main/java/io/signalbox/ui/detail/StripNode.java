package io.signalbox.ui.detail;

import io.signalbox.ui.kit.Box;
import io.signalbox.ui.kit.HistoryStrip;
import io.signalbox.ui.kit.WideCanvas;
import io.signalbox.ui.theme.Palette;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/** The state of the last hour, wide enough to read. */
final class StripNode extends WideCanvas {
  private static final double HEIGHT = 14;

  private final List<HistoryStrip.Piece> pieces;
  private final Palette palette;

  StripNode(List<HistoryStrip.Piece> pieces, Palette palette) {
    super(HEIGHT);
    this.pieces = pieces;
    this.palette = palette;
  }

  @Override
  protected void paint(GraphicsContext gc, double width) {
    HistoryStrip.paint(gc, pieces, palette, new Box(0, 0, width, HEIGHT), 6);
  }
}
