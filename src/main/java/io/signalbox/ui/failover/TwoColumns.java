package io.signalbox.ui.failover;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * What leads and what follows beside the main column where there is room for both, else all three
 * one under the other, the lead first.
 */
final class TwoColumns extends Region {
  private static final double ROOM = 1040;
  private static final double GAP = 16;
  private static final double SHARE = 0.6;

  private final Region lead;
  private final Region main;
  private final Region rest;

  TwoColumns(Region lead, Region main, Region rest) {
    this.lead = lead;
    this.main = main;
    this.rest = rest;
    getChildren().addAll(lead, main, rest); // in the order of the keyboard
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return ROOM;
  }

  @Override
  protected double computePrefHeight(double width) {
    double inner = width - insetsWidth();
    double height =
        wide(inner)
            ? Math.max(
                main.prefHeight(left(inner)),
                Math.ceil(lead.prefHeight(right(inner))) + GAP + rest.prefHeight(right(inner)))
            : Math.ceil(lead.prefHeight(inner))
                + Math.ceil(main.prefHeight(inner))
                + rest.prefHeight(inner)
                + 2 * GAP;
    return Math.ceil(height + snappedTopInset() + snappedBottomInset());
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  private static boolean wide(double width) {
    return width >= ROOM;
  }

  private static double left(double width) {
    return Math.floor((width - GAP) * SHARE);
  }

  private static double right(double width) {
    return width - GAP - left(width);
  }

  private double insetsWidth() {
    return snappedLeftInset() + snappedRightInset();
  }

  @Override
  protected void layoutChildren() {
    double inner = getWidth() - insetsWidth();
    double x = snappedLeftInset();
    double y = snappedTopInset();
    if (wide(inner)) {
      double left = left(inner);
      place(main, x, y, left);
      double below = place(lead, x + left + GAP, y, right(inner));
      place(rest, x + left + GAP, below, right(inner));
    } else {
      double below = place(lead, x, y, inner);
      place(rest, x, place(main, x, below, inner), inner);
    }
  }

  /** Places it there; where the next one begins. */
  private static double place(Region region, double x, double y, double width) {
    double height = Math.ceil(region.prefHeight(width));
    region.resizeRelocate(x, y, width, height);
    return y + height + GAP;
  }
}
