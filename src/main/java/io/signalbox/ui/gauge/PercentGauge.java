package io.signalbox.ui.gauge;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import io.signalbox.ui.theme.Palette;
import io.signalbox.ui.theme.Token;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * A percentage on a dial with its threshold. It can show that nothing is known, and then shows no
 * dial: a dial always points somewhere. Made once and given new values. FX thread only.
 */
public final class PercentGauge extends Region {
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  /** How wide it is. */
  public static final double WIDTH = 96;

  private static final double HEIGHT = 54;
  private static final double TILE = 118;

  private final Tile tile;
  private final Label value = new Label("–");

  /** Shows nothing until it is given a value. */
  public PercentGauge() {
    tile =
        TileBuilder.create()
            .skinType(Tile.SkinType.BAR_GAUGE)
            .minValue(0)
            .maxValue(100)
            .thresholdVisible(true)
            .animated(false)
            .textVisible(false)
            .build();
    tile.getStyleClass().add("gauge-dial"); // its own words are hidden: ours follow the tokens
    tile.setMouseTransparent(true);
    tile.setPrefSize(TILE, TILE);
    value.getStyleClass().add("gauge-value");
    setMinSize(WIDTH, HEIGHT);
    setPrefSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
    setClip(new Rectangle(WIDTH, HEIGHT));
    getChildren().addAll(tile, value);
    showUnknown();
  }

  /** Shows a measured value; one that is not fresh is drawn without any colour. */
  public void show(double percent, double limit, boolean fresh, Palette palette) {
    TilePalette.apply(
        tile,
        palette,
        !fresh ? Token.STALE_HATCH : percent > limit ? Token.ATTENTION_FG : Token.BAR_FILL);
    tile.setThreshold(limit);
    tile.setValue(percent);
    tile.setVisible(true);
    value.setText(Math.round(percent) + "\u00a0%");
    value.pseudoClassStateChanged(OVER, fresh && percent > limit);
    value.pseudoClassStateChanged(STALE, !fresh);
  }

  /** Shows that nothing is known. */
  public void showUnknown() {
    tile.setVisible(false);
    value.setText("–");
    value.pseudoClassStateChanged(OVER, false);
    value.pseudoClassStateChanged(STALE, true);
  }

  /** True while it shows that nothing is known. */
  public boolean showsUnknown() {
    return !tile.isVisible();
  }

  @Override
  protected void layoutChildren() {
    // the dial takes the middle of its tile: 10 to 90 % of the width, 45 to 85 % of the height
    tile.resizeRelocate((WIDTH - TILE) / 2, -TILE * 0.44, TILE, TILE);
    double width = value.prefWidth(-1);
    double height = value.prefHeight(-1);
    value.resizeRelocate((WIDTH - width) / 2, HEIGHT - height - 1, width, height);
  }
}
