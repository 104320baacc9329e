package io.signalbox.text;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Hides secrets in whatever is shown, kept or copied: the values it was told of, in all their
 * forms, and the well-known shapes. Values can be added at any time; it never prints one. Safe on
 * every thread.
 */
public final class SecretFilter {
  private final Set<String> values = new LinkedHashSet<>();
  private volatile SecretMatcher matcher = SecretMatcher.SHAPES;

  /** Hides this value from now on. One of less than four characters would hide everyday text. */
  public void know(String value) {
    synchronized (values) {
      if (value.length() >= SecretVariants.SHORTEST_VALUE && values.add(value)) {
        matcher = new SecretMatcher(values);
      }
    }
  }

  /** The text with every secret replaced by {@link SecretMask#MASK}; line breaks stay. */
  public String mask(String text) {
    return mask(matcher, text);
  }

  static String mask(SecretMatcher matcher, String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean inKey = false;
    int at = 0;
    while (at <= text.length()) {
      int end = text.indexOf('\n', at);
      String line = text.substring(at, end < 0 ? text.length() : end);
      Ranges found = new Ranges();
      inKey = matcher.find(line, inKey, found);
      append(out, line, found);
      if (end < 0) {
        break;
      }
      out.append('\n');
      at = end + 1;
    }
    return out.toString();
  }

  private static void append(StringBuilder out, String line, Ranges found) {
    int at = 0;
    for (int i = 0; i < found.size(); i++) {
      out.append(line, at, found.from(i)).append(SecretMask.MASK);
      at = found.to(i);
    }
    out.append(line, at, line.length());
  }

  SecretMatcher matcher() {
    return matcher;
  }

  @Override
  public String toString() {
    return "SecretFilter";
  }
}
