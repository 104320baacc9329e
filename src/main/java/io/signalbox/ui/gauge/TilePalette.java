package io.signalbox.ui.gauge;

import eu.hansolo.tilesfx.Tile;
import io.signalbox.ui.theme.Palette;
import io.signalbox.ui.theme.Token;
import javafx.scene.paint.Color;

/** TilesFX paints from Java colours, not from style sheets: this reads the tokens for it. */
final class TilePalette {
  private TilePalette() {}

  /** Gives a tile the colours of a look; {@code bar} is the token of its measured part. */
  static void apply(Tile tile, Palette palette, Token bar) {
    Color text = palette.of(Token.FG_DEFAULT);
    tile.setBackgroundColor(Color.TRANSPARENT);
    tile.setForegroundBaseColor(text);
    tile.setValueColor(bar == Token.ATTENTION_FG ? palette.of(bar) : text);
    tile.setUnitColor(palette.of(Token.FG_MUTED));
    tile.setBarColor(palette.of(bar));
    tile.setBarBackgroundColor(palette.of(Token.BAR_TRACK));
    tile.setThresholdColor(palette.of(Token.FG_DEFAULT));
    tile.setTickLabelColor(palette.of(Token.FG_SUBTLE));
    tile.setNeedleColor(text);
  }
}
