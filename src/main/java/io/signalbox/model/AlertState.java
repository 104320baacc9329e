package io.signalbox.model;

import java.util.Locale;

/** State of an alert: suppressed means that Alertmanager silences or inhibits it. */
public enum AlertState {
  FIRING,
  PENDING,
  SUPPRESSED;

  /** Lower-case word for screen and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
