package io.signalbox.text;

/**
 * The one choke point for control sequences of a stream: colours become styles, everything else is
 * made inert and shown. A sequence longer than {@link #MAX_SEQUENCE} or without its end is no
 * sequence: its first character is shown as a picture and the rest as text. Every character is
 * looked at twice at most. Keeps the style over lines; call from one thread at a time.
 */
final class ControlParser {
  static final int MAX_SEQUENCE = 4096;

  private static final char ESC = '\u001b';
  private static final char BEL = '\u0007';
  private static final String ESCAPE_PICTURE = "\u241b";

  private TextStyle style = TextStyle.PLAIN;
  private final ParsedLine line = new ParsedLine();
  private boolean returned;

  /** True while lines begin plain. */
  boolean plain() {
    return style.equals(TextStyle.PLAIN);
  }

  /** Takes a line apart; what it answers holds until the next line. */
  ParsedLine parse(String raw) {
    line.restart(style);
    returned = false;
    int at = 0;
    while (at < raw.length()) {
      int run = at;
      while (run < raw.length() && isPlain(raw.charAt(run))) {
        run++;
      }
      if (run > at) {
        beginAfterReturn();
        line.add(raw, at, run);
        at = run;
      } else {
        at = special(raw, at, raw.codePointAt(at));
      }
    }
    return line;
  }

  private static boolean isPlain(char c) {
    return c >= 0x20 && c < 0x7f || c == '\t';
  }

  private int special(String raw, int at, int point) {
    if (point == '\r') {
      returned = true;
      return at + 1;
    }
    if (point == ESC) {
      return escape(raw, at + 1);
    }
    if (point == 0x9b) {
      return csi(raw, at + 1);
    }
    if (isStringIntroducer(point)) {
      return string(raw, at + 1);
    }
    String picture = Invisible.picture(point);
    if (picture.isEmpty()) {
      text(point);
    } else {
      insert(picture);
    }
    return at + Character.charCount(point);
  }

  /** Progress bars rewrite their line: what stands behind the last carriage return is left. */
  private void beginAfterReturn() {
    if (returned) {
      line.restart(style);
      returned = false;
    }
  }

  private void text(int point) {
    beginAfterReturn();
    line.add(point);
  }

  private void insert(String words) {
    beginAfterReturn();
    line.insert(words, style);
  }

  /** The C1 forms of DCS, SOS, OSC, PM and APC. */
  private static boolean isStringIntroducer(int point) {
    return point == 0x90 || point == 0x98 || (point >= 0x9d && point <= 0x9f);
  }

  private int escape(String raw, int at) {
    if (at >= raw.length()) {
      insert(ESCAPE_PICTURE);
      return at;
    }
    return switch (raw.charAt(at)) {
      case '[' -> csi(raw, at + 1);
      case ']', 'P', 'X', '^', '_' -> string(raw, at + 1);
      default -> shortEscape(raw, at);
    };
  }

  /** ESC, intermediates 0x20-0x2f, one final 0x30-0x7e. */
  private int shortEscape(String raw, int at) {
    int next = at;
    int limit = Math.min(raw.length(), at + 8);
    while (next < limit && raw.charAt(next) >= 0x20 && raw.charAt(next) <= 0x2f) {
      next++;
    }
    if (next >= limit || raw.charAt(next) < 0x30 || raw.charAt(next) > 0x7e) {
      insert(ESCAPE_PICTURE);
      return at;
    }
    // which character set is in use makes no difference here: tput sgr0 says it each time
    if (raw.charAt(at) != '(' && raw.charAt(at) != ')') {
      insert(ESCAPE_PICTURE);
    }
    return next + 1;
  }

  private int csi(String raw, int at) {
    int next = at;
    int limit = Math.min(raw.length(), at + MAX_SEQUENCE);
    while (next < limit && raw.charAt(next) >= 0x20 && raw.charAt(next) <= 0x3f) {
      next++;
    }
    if (next >= limit || raw.charAt(next) < 0x40 || raw.charAt(next) > 0x7e) {
      insert(ESCAPE_PICTURE);
      return at;
    }
    char last = raw.charAt(next);
    if (last == 'm' && isParameters(raw, at, next)) {
      style = Sgr.apply(style, raw, at, next);
      line.style(style);
    } else if (!isHarmless(raw, at, next)) {
      insert(ESCAPE_PICTURE);
    }
    return next + 1;
  }

  private static boolean isParameters(String raw, int from, int to) {
    for (int at = from; at < to; at++) {
      if (raw.charAt(at) < '0' || raw.charAt(at) > ';') {
        return false;
      }
    }
    return true;
  }

  /** Erasing to the end of a line that is not drawn over, and showing or hiding the cursor. */
  private static boolean isHarmless(String raw, int from, int to) {
    char last = raw.charAt(to);
    return last == 'K'
        || ((last == 'h' || last == 'l') && to - from == 3 && raw.startsWith("?25", from));
  }

  /** To BEL, ESC backslash or 0x9c; any other control character ends it unfinished. */
  private int string(String raw, int at) {
    int limit = Math.min(raw.length(), at + MAX_SEQUENCE);
    insert(ESCAPE_PICTURE);
    for (int next = at; next < limit; next++) {
      char c = raw.charAt(next);
      if (c == BEL || c == 0x9c) {
        return next + 1;
      }
      if (c == ESC && next + 1 < raw.length() && raw.charAt(next + 1) == '\\') {
        return next + 2;
      }
      if (c < 0x20 || (c >= 0x7f && c < 0xa0)) {
        return at;
      }
    }
    return at;
  }
}
