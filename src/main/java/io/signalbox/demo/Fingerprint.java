package io.signalbox.demo;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fingerprint of a label set: FNV-1a over names and values in the order of the names, each
 * closed by 0xFF (prometheus/common, {@code model.LabelSet.Fingerprint}).
 */
final class Fingerprint {
  private Fingerprint() {}

  static String of(Map<String, String> labels) {
    long hash = 0xcbf29ce484222325L;
    for (Map.Entry<String, String> label : new TreeMap<>(labels).entrySet()) {
      hash = add(add(hash, label.getKey()), label.getValue());
    }
    return "%016x".formatted(hash);
  }

  private static long add(long start, String text) {
    long hash = start;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    return (hash ^ 0xff) * 0x100000001b3L;
  }
}
