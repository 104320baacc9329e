package io.signalbox.model;

import java.util.Arrays;
import java.util.Optional;

/** A measured quantity of a runner; the key is the one used in profiles and in JSON. */
public enum Signal {
  STATUS("status", "service", ""),
  LAST_CHECK_IN("lastCheckIn", "last check-in", ""),
  CAPACITY("capacity", "free slots", ""),
  CPU("cpu", "CPU", "%"),
  MEMORY("memory", "memory", "%"),
  DISK("disk", "disk", "%");

  private final String key;
  private final String word;
  private final String unit;

  Signal(String key, String word, String unit) {
    this.key = key;
    this.word = word;
    this.unit = unit;
  }

  /** Key in the profile's {@code signals} section and in JSON. */
  public String key() {
    return key;
  }

  /** The word on screen. */
  public String word() {
    return word;
  }

  /** Unit shown behind the number, empty where there is none. */
  public String unit() {
    return unit;
  }

  /** The signal with this profile key, if there is one. */
  public static Optional<Signal> ofKey(String key) {
    return Arrays.stream(values()).filter(signal -> signal.key.equals(key)).findFirst();
  }
}
