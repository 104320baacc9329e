package io.signalbox.ui.kit;

/** A rectangle in pixels. */
public record Box(double x, double y, double width, double height) {
  /** The right edge. */
  public double right() {
    return x + width;
  }

  /** The lower edge. */
  public double bottom() {
    return y + height;
  }

  /** True where the point lies inside. */
  public boolean holds(double px, double py) {
    return px >= x && px < right() && py >= y && py < bottom();
  }
}
