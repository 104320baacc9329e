package io.signalbox.ui.kit;

import java.util.regex.Pattern;

/** Long names in short lines: a word that no line would hold is cut in its middle. */
public final class Brief {
  /** A word up to this long stays as it is. */
  public static final int LONGEST = 36;

  private static final int HEAD = 17;
  private static final Pattern LONG = Pattern.compile("\\S{" + (LONGEST + 1) + ",}");

  private Brief() {}

  /** The text with its long words cut; the same one where it has none. */
  public static String of(String text) {
    return LONG.matcher(text).replaceAll(found -> cut(found.group()));
  }

  private static String cut(String word) {
    int head = word.offsetByCodePoints(0, Math.min(HEAD, word.codePointCount(0, word.length())));
    String tail = word.substring(Math.max(head, word.length() - (LONGEST - HEAD - 1)));
    return java.util.regex.Matcher.quoteReplacement(word.substring(0, head) + "…" + tail);
  }
}
