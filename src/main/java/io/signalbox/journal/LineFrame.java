package io.signalbox.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A line's number and hashes, found at their places without reading the line as JSON: what the hash
 * covers is what was written, so a line that hashes right need not be parsed to be believed.
 *
 * @param computed what the hash has to be by the line's bytes
 */
record LineFrame(long seq, String prev, String hash, String computed) {
  private static final byte[] BEGIN = ascii("{\"v\":1,\"seq\":");
  private static final byte[] PREV = ascii("\"prev\":\"");
  private static final byte[] HASH = ascii("\",\"hash\":\"");
  private static final byte[] END = ascii("\"}");
  private static final int DIGITS = 64;
  private static final int HASH_AT = DIGITS + END.length;
  private static final int PREV_AT = HASH_AT + HASH.length + DIGITS;

  boolean sound() {
    return hash.equals(computed);
  }

  /** The frame of the bytes between two places; null where they are no line of a journal. */
  static @Nullable LineFrame of(byte[] bytes, int from, int to) {
    boolean fits =
        to - from > BEGIN.length + PREV_AT + PREV.length
            && at(bytes, from, BEGIN)
            && at(bytes, to - END.length, END)
            && at(bytes, to - HASH_AT - HASH.length, HASH)
            && at(bytes, to - PREV_AT - PREV.length, PREV);
    if (!fits) {
      return null;
    }
    long seq = number(bytes, from + BEGIN.length);
    if (seq < 1) {
      return null;
    }
    String prev = text(bytes, to - PREV_AT);
    return new LineFrame(seq, prev, text(bytes, to - HASH_AT), hash(prev, bytes, from, to));
  }

  private static long number(byte[] bytes, int from) {
    long number = 0;
    for (int at = from; at < from + 18; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return bytes[at] == ',' ? number : -1;
      }
      number = number * 10 + digit;
    }
    return -1;
  }

  private static String text(byte[] bytes, int from) {
    return new String(bytes, from, DIGITS, StandardCharsets.US_ASCII);
  }

  private static boolean at(byte[] bytes, int from, byte[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[from + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static String hash(String prev, byte[] bytes, int from, int to) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ascii(prev));
      digest.update(bytes, from, to - HASH_AT - HASH.length + 1 - from);
      digest.update((byte) '}');
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
