package io.signalbox.model;

import java.util.Locale;

/** How bad something is, worst first; unknown words of other systems become {@link #INFO}. */
public enum Severity {
  CRITICAL,
  WARNING,
  INFO;

  /** Lower-case word for screen and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads an alert's severity label: critical and page are critical, warning is warning. */
  public static Severity ofLabel(String label) {
    return switch (label.toLowerCase(Locale.ROOT)) {
      case "critical", "page", "fatal", "emergency" -> CRITICAL;
      case "warning", "warn", "high", "error" -> WARNING;
      default -> INFO;
    };
  }
}
