package io.signalbox.interlock;

import java.util.Locale;

/** What a rule says: go, go with care, or no. */
public enum Ruling {
  PASS,
  WARN,
  REFUSE;

  /** Lower-case word for screen and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
