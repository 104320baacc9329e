package io.signalbox.text;

import java.util.regex.Pattern;

/**
 * Masks secrets by their shape. Patterns only: it knows no value. Stateless but for {@link Stream},
 * which carries a key block over lines; the static method is safe on every thread.
 */
public final class SecretMask {
  /** What stands in place of a secret. */
  public static final String MASK = "***";

  private static final Pattern TOKEN =
      Pattern.compile(
          "gh[pousr]_[A-Za-z0-9]{10,}|github_pat_[A-Za-z0-9_]{10,}|\\b(?:AKIA|ASIA)[A-Z0-9]{12,}"
              + "|\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*");
  private static final Pattern HEADER =
      Pattern.compile("(?i)(\\bauthorization[\"']?\\s*[:=]\\s*[\"']?)[^\"'\\s][^\"'\n]*");
  private static final Pattern BEARER =
      Pattern.compile("(?i)(\\bbearer\\s+)[A-Za-z0-9._~+/=-]{4,}");
  private static final Pattern CREDENTIALS =
      Pattern.compile("\\b([A-Za-z][A-Za-z0-9+.-]{0,20}://)[^\\s/@:]{0,200}:[^\\s/@]{1,200}@");
  private static final String KEY_BEGIN = "-----BEGIN ";
  private static final String KEY_END = "-----END ";

  private SecretMask() {}

  /** One text with every recognized secret replaced by {@link #MASK}; key blocks included. */
  public static String mask(String text) {
    if (!text.contains(KEY_BEGIN)) {
      return maskLine(text);
    }
    Stream stream = new Stream();
    StringBuilder out = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      out.append(out.isEmpty() ? "" : "\n").append(stream.line(line));
    }
    return out.toString();
  }

  private static String maskLine(String line) {
    String masked = TOKEN.matcher(line).replaceAll(MASK);
    masked = HEADER.matcher(masked).replaceAll("$1" + MASK);
    masked = BEARER.matcher(masked).replaceAll("$1" + MASK);
    return CREDENTIALS.matcher(masked).replaceAll("$1" + MASK + "@");
  }

  /** Line after line of one stream; a private key's block is masked over all its lines. */
  public static final class Stream {
    private boolean inKey;

    /** The next line, masked. Call from one thread at a time. */
    public String line(String line) {
      int begin = line.indexOf(KEY_BEGIN);
      boolean begins = begin >= 0 && line.indexOf("PRIVATE KEY", begin) >= 0;
      if (!inKey && !begins) {
        return maskLine(line);
      }
      int end = line.indexOf(KEY_END, inKey ? 0 : begin);
      String before = inKey ? "" : maskLine(line.substring(0, begin));
      inKey = end < 0;
      if (inKey) {
        return before + MASK;
      }
      int close = line.indexOf("-----", end + KEY_END.length());
      String after = close < 0 ? "" : line.substring(close + 5);
      return before + MASK + maskLine(after);
    }
  }
}
