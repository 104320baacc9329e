package io.signalbox.ui.kit;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;

/**
 * The signs that stand beside every state's word, as paths on a 24 by 24 grid (Material Design
 * icons, Apache 2.0, where not a plain shape), so that a canvas and a node draw the same sign.
 */
public enum Glyph {
  CIRCLE("M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16z"),
  PLAY("M6 3v18l15-9z"),
  TRIANGLE("M13 14H11V9H13M13 18H11V16H13M1 21H23L12 2L1 21Z"),
  SQUARE("M3 3h18v18H3z"),
  QUESTION(
      "M10,19H13V22H10V19M12,2C17.35,2.22 19.68,7.62 16.5,11.67C15.67,12.67 14.33,13.33"
          + " 13.67,14.17C13,15 13,16 13,17H10C10,15.33 10,13.92 10.67,12.92C11.33,11.92"
          + " 12.67,11.33 13.5,10.67C15.92,8.43 15.32,5.26 12,5A3,3 0 0,0 9,8H6A6,6 0 0,1 12,2Z"),
  CHECK("M21 7L9 19L3.5 13.5L4.91 12.09L9 16.17L19.59 5.59L21 7Z"),
  CROSS(
      "M19 6.41L17.59 5L12 10.59L6.41 5L5 6.41L10.59 12L5 17.59L6.41 19L12 13.41L17.59 19L19"
          + " 17.59L13.41 12L19 6.41Z"),
  CANCELLED(
      "M12 2C17.5 2 22 6.5 22 12S17.5 22 12 22 2 17.5 2 12 6.5 2 12 2M12 4C10.1 4 8.4 4.6 7.1"
          + " 5.7L18.3 16.9C19.3 15.5 20 13.8 20 12C20 7.6 16.4 4 12 4M16.9 18.3L5.7 7.1C4.6 8.4"
          + " 4 10.1 4 12C4 16.4 7.6 20 12 20C13.9 20 15.6 19.4 16.9 18.3Z"),
  CLOCK(
      "M12 20A8 8 0 0 0 20 12A8 8 0 0 0 12 4A8 8 0 0 0 4 12A8 8 0 0 0 12 20M12 2A10 10 0 0 1 22"
          + " 12A10 10 0 0 1 12 22C6.47 22 2 17.5 2 12A10 10 0 0 1 12 2M12.5 7V12.25L17 14.92L16.25"
          + " 16.15L11 13V7H12.5Z"),
  SKIP("M16 18H18V6H16M6 18L14.5 12L6 6V18Z"),
  ARROW("M4 11V13H16L10.5 18.5L11.92 19.92L19.84 12L11.92 4.08L10.5 5.5L16 11H4Z"),
  PAUSE("M14 19H18V5H14M6 19H10V5H6V19Z"),
  BLIND(
      "M11.83 9L15 12.16C15 12.11 15 12.05 15 12A3 3 0 0 0 12 9C11.94 9 11.89 9 11.83 9M7.53"
          + " 9.8L9.08 11.35C9.03 11.56 9 11.77 9 12A3 3 0 0 0 12 15C12.22 15 12.44 14.97 12.65"
          + " 14.92L14.2 16.47C13.53 16.8 12.79 17 12 17A5 5 0 0 1 7 12C7 11.21 7.2 10.47 7.53"
          + " 9.8M2 4.27L4.28 6.55L4.73 7C3.08 8.3 1.78 10 1 12C2.73 16.39 7 19.5 12 19.5C13.55"
          + " 19.5 15.03 19.2 16.38 18.66L16.81 19.08L19.73 22L21 20.73L3.27 3M12 7A5 5 0 0 1 17"
          + " 12C17 12.64 16.87 13.26 16.64 13.82L19.57 16.75C21.07 15.5 22.27 13.86 23 12C21.27"
          + " 7.61 17 4.5 12 4.5C10.6 4.5 9.26 4.75 8 5.2L10.17 7.35C10.74 7.13 11.35 7 12 7Z"),
  TAG(
      "M5.5 7A1.5 1.5 0 0 1 4 5.5A1.5 1.5 0 0 1 5.5 4A1.5 1.5 0 0 1 7 5.5A1.5 1.5 0 0 1 5.5"
          + " 7M21.41 11.58L12.41 2.58C12.05 2.22 11.55 2 11 2H4C2.89 2 2 2.89 2 4V11C2 11.55 2.22"
          + " 12.05 2.59 12.41L11.58 21.41C11.95 21.77 12.45 22 13 22S14.05 21.77 14.41"
          + " 21.41L21.41 14.41C21.78 14.05 22 13.55 22 13C22 12.44 21.77 11.94 21.41 11.58Z"),
  STACK("M3 4h18v6H3zM3 14h18v6H3zM6 6.2v1.6h3V6.2zM6 16.2v1.6h3v-1.6z"),
  INFO(
      "M13,9H11V7H13M13,17H11V11H13M12,2A10,10 0 0,0 2,12A10,10 0 0,0 12,22A10,10 0 0,0"
          + " 22,12A10,10 0 0,0 12,2Z");

  private final String path;

  Glyph(String path) {
    this.path = path;
  }

  /** SVG path data on the 24 by 24 grid. */
  public String path() {
    return path;
  }

  /** Draws it into the square at x, y. */
  public void paint(GraphicsContext gc, double x, double y, double size, Paint fill) {
    gc.save();
    gc.translate(x, y);
    gc.scale(size / 24, size / 24);
    gc.setFill(fill);
    gc.beginPath();
    gc.appendSVGPath(path);
    gc.fill();
    gc.restore();
  }
}
