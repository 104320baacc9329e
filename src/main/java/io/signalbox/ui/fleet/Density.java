package io.signalbox.ui.fleet;

/**
 * How much a tile shows, by how many there are. Sizes in pixels; a tile is as wide as its column.
 */
enum Density {
  COMFORTABLE(236, 130, 12),
  COMPACT(156, 68, 8),
  HEAT(92, 34, 4);

  private final double minWidth;
  private final double height;
  private final double gap;

  Density(double minWidth, double height, double gap) {
    this.minWidth = minWidth;
    this.height = height;
    this.gap = gap;
  }

  /** The density for this many tiles. */
  static Density of(int tiles) {
    return tiles <= 24 ? COMFORTABLE : tiles <= 200 ? COMPACT : HEAT;
  }

  double height() {
    return height;
  }

  double gap() {
    return gap;
  }

  /** How many columns fit; at least one. */
  int columns(double width) {
    return (int) Math.max(1, Math.floor((width + gap) / (minWidth + gap)));
  }

  /** The width of a tile when the columns share this width. */
  double tileWidth(double width) {
    int columns = columns(width);
    return Math.floor((width - gap * (columns - 1)) / columns);
  }
}
