package io.signalbox.text;

/**
 * The few colours that output may have. Whatever a program asks for becomes the nearest of them;
 * what each looks like is the theme's business, so that no program can make text unreadable.
 */
public enum Ink {
  /** What the theme uses anyway: also for black and white, which are right on one ground only. */
  DEFAULT,
  GREY,
  RED,
  GREEN,
  YELLOW,
  BLUE,
  MAGENTA,
  CYAN;

  private static final int[] CUBE = {0, 95, 135, 175, 215, 255};

  /** One of the first sixteen colours. */
  static Ink ofSixteen(int index) {
    return switch (index) {
      case 1, 9 -> RED;
      case 2, 10 -> GREEN;
      case 3, 11 -> YELLOW;
      case 4, 12 -> BLUE;
      case 5, 13 -> MAGENTA;
      case 6, 14 -> CYAN;
      case 8 -> GREY;
      default -> DEFAULT;
    };
  }

  /** One of xterm's 256: sixteen, a cube of 216, and 24 greys. */
  static Ink ofIndex(int index) {
    if (index < 16) {
      return ofSixteen(index);
    }
    if (index > 255) {
      return DEFAULT;
    }
    if (index >= 232) {
      int level = 8 + (index - 232) * 10;
      return ofRgb(level, level, level);
    }
    int cube = index - 16;
    return ofRgb(CUBE[cube / 36], CUBE[cube / 6 % 6], CUBE[cube % 6]);
  }

  /** The nearest by hue; without one, grey or the default. */
  static Ink ofRgb(int red, int green, int blue) {
    int most = Math.max(red, Math.max(green, blue));
    int least = Math.min(red, Math.min(green, blue));
    int spread = most - least;
    if (spread * 5 < most || most < 40) {
      return most >= 80 && most <= 150 ? GREY : DEFAULT;
    }
    double hue;
    if (most == red) {
      hue = (double) (green - blue) / spread;
    } else if (most == green) {
      hue = 2 + (double) (blue - red) / spread;
    } else {
      hue = 4 + (double) (red - green) / spread;
    }
    return ofHue((hue * 60 + 360) % 360);
  }

  private static Ink ofHue(double degrees) {
    if (degrees < 22 || degrees >= 338) {
      return RED;
    }
    if (degrees < 72) {
      return YELLOW;
    }
    if (degrees < 158) {
      return GREEN;
    }
    if (degrees < 198) {
      return CYAN;
    }
    return degrees < 262 ? BLUE : MAGENTA;
  }
}
