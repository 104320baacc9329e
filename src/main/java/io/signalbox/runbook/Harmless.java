package io.signalbox.runbook;

import io.signalbox.text.SafeText;

/** An author's text made fit to show: nothing in it hides, reorders or controls. */
final class Harmless {
  private Harmless() {}

  static String line(String text) {
    return SafeText.line(text.replace('\n', ' '));
  }

  /** Several lines; tabs stay what they are. */
  static String block(String text) {
    return SafeText.block(text);
  }

  /** True where a text is shown as another one than is written: it is not run then. */
  static boolean conceals(String text) {
    return text.codePoints()
        .anyMatch(
            point ->
                (Character.isISOControl(point) && point != '\n' && point != '\t')
                    || Character.getType(point) == Character.FORMAT
                    || (point >= 0xD800 && point <= 0xDFFF)
                    || point == 0x2028
                    || point == 0x2029);
  }
}
