package io.signalbox.model;

import java.util.Locale;

/** How bad something is, worst first; a word nobody here knows is {@link #UNRATED}, never calm. */
public enum Severity {
  CRITICAL,
  WARNING,
  /** The source gives no severity, or one that is not known here; it is shown as given. */
  UNRATED,
  INFO;

  /** Lower-case word for screen and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads an alert's severity label; only well-known words are rated. */
  public static Severity ofLabel(String label) {
    return switch (label.toLowerCase(Locale.ROOT)) {
      case "critical", "crit", "page", "fatal", "emergency", "disaster", "p1", "sev1" -> CRITICAL;
      case "warning", "warn", "high", "error", "major", "p2", "sev2" -> WARNING;
      case "info", "information", "informational", "none", "debug" -> INFO;
      default -> UNRATED;
    };
  }
}
