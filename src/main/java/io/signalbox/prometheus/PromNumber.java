package io.signalbox.prometheus;

import io.signalbox.http.Snippet;
import io.signalbox.http.WireException;

/**
 * Prometheus's text form of a number: decimal, {@code NaN}, {@code +Inf}, {@code -Inf} (Prometheus
 * HTTP API, "Expression query result formats"). {@link Double#parseDouble} refuses {@code +Inf} and
 * takes forms Prometheus never sends.
 */
public final class PromNumber {
  private static final double[] TENS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };
  private static final long EXACT = 1L << 53;

  private PromNumber() {}

  /** The number these characters stand for. */
  public static double parse(char[] text, int offset, int length) throws WireException {
    int end = offset + length;
    int at = offset;
    boolean negative = at < end && text[at] == '-';
    if (negative || (at < end && text[at] == '+')) {
      at++;
    }
    long digits = 0;
    int scale = 0;
    boolean point = false;
    int start = at;
    // A decimal of up to 2^53 times or over an exact power of ten is one exact operation.
    for (; at < end && digits < EXACT / 10; at++) {
      char c = text[at];
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
        scale += point ? 1 : 0;
      } else if (c == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    if (at == end && at > start + (point ? 1 : 0) && scale < TENS.length) {
      double value = digits / TENS[scale];
      return negative ? -value : value;
    }
    return slowly(new String(text, offset, length));
  }

  /** The number this text stands for. */
  public static double parse(String text) throws WireException {
    return parse(text.toCharArray(), 0, text.length());
  }

  private static double slowly(String text) throws WireException {
    switch (text) {
      case "NaN" -> {
        return Double.NaN;
      }
      case "+Inf", "Inf" -> {
        return Double.POSITIVE_INFINITY;
      }
      case "-Inf" -> {
        return Double.NEGATIVE_INFINITY;
      }
      default -> {
        boolean plain =
            text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0);
        try {
          if (plain) {
            return Double.parseDouble(text);
          }
        } catch (NumberFormatException e) {
          // falls through to the complaint, which is the same for both
        }
        throw new WireException("\"" + Snippet.of(text) + "\" is not a number");
      }
    }
  }
}
