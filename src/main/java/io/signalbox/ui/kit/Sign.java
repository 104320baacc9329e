package io.signalbox.ui.kit;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** A {@link Glyph} as a node; the colour is that of its tone class, e.g. {@code danger}. */
public final class Sign extends StackPane {
  private final SVGPath shape = new SVGPath();
  private final double size;

  /** With a side in pixels. */
  public Sign(Glyph glyph, double size, Tone tone) {
    this.size = size;
    getStyleClass().add("sign");
    shape.getStyleClass().add("sign-shape");
    shape.setScaleX(size / 24);
    shape.setScaleY(size / 24);
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    getChildren().add(shape);
    shape.setManaged(false);
    show(glyph, tone);
  }

  /** Shows another sign. */
  public void show(Glyph glyph, Tone tone) {
    shape.setContent("M0 0M24 24" + glyph.path());
    Tone.apply(this, tone);
    shape.relocate((size - 24) / 2, (size - 24) / 2);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    // the path is centred by its 24 grid, not by its own bounds
    shape.setLayoutX((size - 24) / 2);
    shape.setLayoutY((size - 24) / 2);
    var bounds = shape.getBoundsInLocal();
    shape.setTranslateX((bounds.getCenterX() - 12) * (size / 24 - 1));
    shape.setTranslateY((bounds.getCenterY() - 12) * (size / 24 - 1));
  }
}
