package io.signalbox.http;

import io.signalbox.text.SafeText;
import io.signalbox.text.SecretMask;

/**
 * Text from other systems, made harmless where it enters: names, labels and messages are anybody's
 * words. Control, bidirectional and invisible characters become visible, what looks like a secret
 * is masked, and what is absurdly long is cut.
 */
final class InertText {
  private static final int LONGEST = 1024;
  private static final int SHORTEST_SECRET = 16;

  private InertText() {}

  static String of(String raw) {
    if (raw.length() < SHORTEST_SECRET && plain(raw)) {
      return raw;
    }
    String cut = raw.length() <= LONGEST ? raw : raw.substring(0, LONGEST) + "…";
    return SecretMask.mask(plain(cut) ? cut : SafeText.line(cut));
  }

  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }
}
