package io.signalbox.demo;

import java.time.Duration;
import java.time.Instant;

/** Seeded values without state: the same seed, key and instant give the same number. */
final class Noise {
  private final long seed;

  Noise(long seed) {
    this.seed = seed;
  }

  /** A well-mixed 64-bit value for the key. */
  long bits(String key) {
    long h = seed ^ 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      h = (h ^ key.charAt(i)) * 0x100000001b3L;
    }
    return mix(h);
  }

  /** A number in [0, 1) for the key. */
  double unit(String key) {
    return (bits(key) >>> 11) * 0x1.0p-53;
  }

  /** A whole number in [low, high] for the key. */
  int between(String key, int low, int high) {
    return low + (int) (unit(key) * (high - low + 1));
  }

  /** A number in [0, 1) that wanders smoothly with time, with a new heading every period. */
  double at(String key, Instant t, Duration period) {
    long span = period.toMillis();
    long base = bits(key);
    long shifted = t.toEpochMilli() + Math.floorMod(base, span);
    long cell = Math.floorDiv(shifted, span);
    double f = Math.floorMod(shifted, span) / (double) span;
    double eased = f * f * (3 - 2 * f);
    double from = (mix(base ^ mix(cell)) >>> 11) * 0x1.0p-53;
    double to = (mix(base ^ mix(cell + 1)) >>> 11) * 0x1.0p-53;
    return from + (to - from) * eased;
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
