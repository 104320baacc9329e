package io.signalbox.text;

/** How a piece of output looks. Concealing and blinking are not kept: nothing may hide. */
public record TextStyle(Ink ink, Ink ground, boolean bold, boolean faint, boolean underline) {
  /** No colour, nothing set. */
  public static final TextStyle PLAIN =
      new TextStyle(Ink.DEFAULT, Ink.DEFAULT, false, false, false);

  /** Nine bits that {@link #unpack} understands. */
  public int pack() {
    return ink.ordinal()
        | ground.ordinal() << 3
        | (bold ? 1 << 6 : 0)
        | (faint ? 1 << 7 : 0)
        | (underline ? 1 << 8 : 0);
  }

  /** The style of these nine bits. */
  public static TextStyle unpack(int bits) {
    return new TextStyle(
        Ink.values()[bits & 7],
        Ink.values()[bits >> 3 & 7],
        (bits & 1 << 6) != 0,
        (bits & 1 << 7) != 0,
        (bits & 1 << 8) != 0);
  }

  TextStyle withInk(Ink other) {
    return new TextStyle(other, ground, bold, faint, underline);
  }

  TextStyle withGround(Ink other) {
    return new TextStyle(ink, other, bold, faint, underline);
  }

  TextStyle withWeight(boolean nowBold, boolean nowFaint) {
    return new TextStyle(ink, ground, nowBold, nowFaint, underline);
  }

  TextStyle withUnderline(boolean now) {
    return new TextStyle(ink, ground, bold, faint, now);
  }
}
