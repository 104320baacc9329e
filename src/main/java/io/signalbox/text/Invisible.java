package io.signalbox.text;

/** Characters that hide, reorder or control, and what is shown in their place. */
final class Invisible {
  private Invisible() {}

  /** What stands for a code point; empty for one that is shown as it is. */
  static String picture(int point) {
    if (point < 0x20) {
      return String.valueOf((char) (0x2400 + point));
    }
    if (point == 0x7f) {
      return "\u2421";
    }
    if (point < 0xa0) {
      return point < 0x7f ? "" : named(point);
    }
    if (point >= 0xd800 && point <= 0xdfff) {
      return "\ufffd";
    }
    return hides(point) ? named(point) : "";
  }

  private static String named(int point) {
    return String.format("⟨U+%04X⟩", point);
  }

  /** Bidirectional controls, zero-width and other invisible characters, tags, line separators. */
  private static boolean hides(int point) {
    return switch (point >> 8) {
      case 0x00 -> point == 0x00ad;
      case 0x03 -> point == 0x034f;
      case 0x06 -> point == 0x061c;
      case 0x11 -> point == 0x115f || point == 0x1160;
      case 0x17 -> point == 0x17b4 || point == 0x17b5;
      case 0x18 -> point >= 0x180b && point <= 0x180f;
      case 0x20 -> hidesInPunctuation(point);
      case 0x31 -> point == 0x3164;
      case 0xfe -> point == 0xfeff;
      case 0xff -> point == 0xffa0 || (point >= 0xfff9 && point <= 0xfffb);
      case 0x1bc -> point >= 0x1bca0 && point <= 0x1bca3;
      case 0x1d1 -> point >= 0x1d173 && point <= 0x1d17a;
      default -> point >= 0xe0000 && point <= 0xe0fff;
    };
  }

  private static boolean hidesInPunctuation(int point) {
    return (point >= 0x200b && point <= 0x200f)
        || (point >= 0x2028 && point <= 0x202e)
        || (point >= 0x2060 && point <= 0x206f);
  }
}
