package io.signalbox.text;

/**
 * Text of a host, an API or a file made harmless: escape sequences are dropped (colours too), other
 * control characters become pictures, a carriage return leaves what a terminal would show last, and
 * characters that hide or reorder text become visible. Linear in the input, stateless.
 */
public final class SafeText {
  /** Longest line that is shown; what is cut is counted. */
  public static final int MAX_LINE = 8192;

  private static final char ESC = '\u001b';
  private static final char BEL = '\u0007';
  private static final int REPLACEMENT = 0xFFFD;

  private SafeText() {}

  /** One line: no line break is left in it, secrets are kept; see {@link SecretMask}. */
  public static String line(String raw) {
    return bounded(lastSegment(strip(raw)));
  }

  /** Several lines: line breaks stay, each line is treated by {@link #line}. */
  public static String block(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    for (String line : raw.split("\n", -1)) {
      out.append(out.isEmpty() ? "" : "\n").append(line(line));
    }
    return out.toString();
  }

  /** Cuts at {@link #MAX_LINE} characters, never inside a character, and says how much is gone. */
  static String bounded(String line) {
    if (line.length() <= MAX_LINE) {
      return line;
    }
    int at = Character.isHighSurrogate(line.charAt(MAX_LINE - 1)) ? MAX_LINE - 1 : MAX_LINE;
    return line.substring(0, at) + " … (" + (line.length() - at) + " more characters)";
  }

  /** Progress bars rewrite their line: what stands behind the last carriage return is left. */
  private static String lastSegment(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == '\r') {
      end--;
    }
    return line.substring(line.lastIndexOf('\r', end - 1) + 1, end);
  }

  private static String strip(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    int at = 0;
    while (at < raw.length()) {
      int point = raw.codePointAt(at);
      if (point == ESC) {
        at = afterEscape(raw, at + 1);
      } else if (point == 0x9b) {
        at = afterCsi(raw, at + 1);
      } else if (isStringIntroducer(point)) {
        at = afterString(raw, at + 1);
      } else {
        append(out, point);
        at += Character.charCount(point);
      }
    }
    return out.toString();
  }

  /** The C1 forms of DCS, SOS, OSC, PM and APC. */
  private static boolean isStringIntroducer(int point) {
    return point == 0x90 || point == 0x98 || (point >= 0x9d && point <= 0x9f);
  }

  private static int afterEscape(String raw, int at) {
    if (at >= raw.length()) {
      return at;
    }
    return switch (raw.charAt(at)) {
      case '[' -> afterCsi(raw, at + 1);
      case ']', 'P', 'X', '^', '_' -> afterString(raw, at + 1);
      default -> afterShortEscape(raw, at);
    };
  }

  /** ESC, intermediates 0x20-0x2f, one final 0x30-0x7e; anything else is left for the caller. */
  private static int afterShortEscape(String raw, int at) {
    int next = at;
    while (next < raw.length() && raw.charAt(next) >= 0x20 && raw.charAt(next) <= 0x2f) {
      next++;
    }
    boolean ends = next < raw.length() && raw.charAt(next) >= 0x30 && raw.charAt(next) <= 0x7e;
    return ends ? next + 1 : next;
  }

  private static int afterCsi(String raw, int at) {
    int next = at;
    while (next < raw.length() && raw.charAt(next) >= 0x20 && raw.charAt(next) <= 0x3f) {
      next++;
    }
    boolean ends = next < raw.length() && raw.charAt(next) >= 0x40 && raw.charAt(next) <= 0x7e;
    return ends ? next + 1 : next;
  }

  /** To the terminator (BEL, ESC backslash or 0x9c); one that never ends takes the whole line. */
  private static int afterString(String raw, int at) {
    for (int next = at; next < raw.length(); next++) {
      char c = raw.charAt(next);
      if (c == BEL || c == 0x9c) {
        return next + 1;
      }
      if (c == ESC) {
        boolean closes = next + 1 < raw.length() && raw.charAt(next + 1) == '\\';
        return closes ? next + 2 : next;
      }
    }
    return raw.length();
  }

  private static void append(StringBuilder out, int point) {
    if (point == '\t' || point == '\r') {
      out.append((char) point);
    } else if (point < 0x20) {
      out.append((char) (0x2400 + point));
    } else if (point == 0x7f) {
      out.append('\u2421');
    } else if (point < 0xa0 && point > 0x7f) {
      visible(out, point);
    } else if (point >= 0xd800 && point <= 0xdfff) {
      out.appendCodePoint(REPLACEMENT);
    } else if (hides(point)) {
      visible(out, point);
    } else {
      out.appendCodePoint(point);
    }
  }

  /** Bidirectional controls, zero-width and other invisible characters, tags, line separators. */
  private static boolean hides(int point) {
    return (point >= 0x200b && point <= 0x200f)
        || (point >= 0x2028 && point <= 0x202e)
        || (point >= 0x2060 && point <= 0x206f)
        || point == 0x00ad
        || point == 0x034f
        || point == 0x061c
        || point == 0x115f
        || point == 0x1160
        || point == 0x17b4
        || point == 0x17b5
        || (point >= 0x180b && point <= 0x180f)
        || point == 0x3164
        || point == 0xfeff
        || point == 0xffa0
        || (point >= 0xfff9 && point <= 0xfffb)
        || (point >= 0x1bca0 && point <= 0x1bca3)
        || (point >= 0x1d173 && point <= 0x1d17a)
        || (point >= 0xe0000 && point <= 0xe0fff);
  }

  private static void visible(StringBuilder out, int point) {
    out.append('⟨').append(String.format("U+%04X", point)).append('⟩');
  }
}
