package io.signalbox.text;

/**
 * Select Graphic Rendition (ECMA-48 §8.3.117, colours as xterm has them): one sequence's effect.
 */
final class Sgr {
  private static final int MAX_PARAMETERS = 64;

  private final int[] parameters;
  private int count;

  private Sgr(String text, int from, int to) {
    parameters = new int[Math.min(MAX_PARAMETERS, to - from + 1)];
    int value = 0;
    for (int at = from; at <= to && count < parameters.length; at++) {
      char c = at < to ? text.charAt(at) : ';';
      if (c >= '0' && c <= '9') {
        value = Math.min(value * 10 + (c - '0'), 100_000);
      } else {
        parameters[count++] = value;
        value = 0;
      }
    }
  }

  /** The style after the parameters that stand between {@code from} and {@code to}. */
  static TextStyle apply(TextStyle before, String text, int from, int to) {
    int alone = alone(text, from, to);
    if (alone >= 0 && alone != 38 && alone != 48) {
      return simple(before, alone);
    }
    Sgr sgr = new Sgr(text, from, to);
    TextStyle style = before;
    for (int i = 0; i < sgr.count; i++) {
      int code = sgr.parameters[i];
      if (code == 38 || code == 48) {
        Ink ink = sgr.extended(i);
        style = code == 38 ? style.withInk(ink) : style.withGround(ink);
        i += sgr.at(i + 1) == 5 ? 2 : sgr.at(i + 1) == 2 ? 4 : 0;
      } else {
        style = simple(style, code);
      }
    }
    return style;
  }

  /** The one parameter of most sequences, which has two digits at most; -1 for any other. */
  private static int alone(String text, int from, int to) {
    int value = to - from > 2 ? -1 : 0;
    for (int at = from; at < to && value >= 0; at++) {
      char c = text.charAt(at);
      value = c >= '0' && c <= '9' ? value * 10 + (c - '0') : -1;
    }
    return value;
  }

  private int at(int index) {
    return index < count ? parameters[index] : -1;
  }

  /** 5;n and 2;r;g;b, also where colons separate them. */
  private Ink extended(int index) {
    return switch (at(index + 1)) {
      case 5 -> Ink.ofIndex(Math.max(at(index + 2), 0));
      case 2 -> Ink.ofRgb(level(index + 2), level(index + 3), level(index + 4));
      default -> Ink.DEFAULT;
    };
  }

  private int level(int index) {
    return Math.clamp(at(index), 0, 255);
  }

  private static TextStyle simple(TextStyle style, int code) {
    return switch (code) {
      case 0 -> TextStyle.PLAIN;
      case 1 -> style.withWeight(true, style.faint());
      case 2 -> style.withWeight(style.bold(), true);
      case 4, 21 -> style.withUnderline(true);
      case 7 -> new TextStyle(Ink.DEFAULT, shade(style.ink()), style.bold(), false, false);
      case 22 -> style.withWeight(false, false);
      case 24 -> style.withUnderline(false);
      case 27 -> style.withGround(Ink.DEFAULT);
      case 39 -> style.withInk(Ink.DEFAULT);
      case 49 -> style.withGround(Ink.DEFAULT);
      default -> coloured(style, code);
    };
  }

  /** Reversed default text stands on grey. */
  private static Ink shade(Ink ink) {
    return ink == Ink.DEFAULT ? Ink.GREY : ink;
  }

  private static TextStyle coloured(TextStyle style, int code) {
    if (code >= 30 && code <= 37) {
      return style.withInk(Ink.ofSixteen(code - 30));
    }
    if (code >= 40 && code <= 47) {
      return style.withGround(Ink.ofSixteen(code - 40));
    }
    if (code >= 90 && code <= 97) {
      return style.withInk(Ink.ofSixteen(code - 82));
    }
    return code >= 100 && code <= 107 ? style.withGround(Ink.ofSixteen(code - 92)) : style;
  }
}
