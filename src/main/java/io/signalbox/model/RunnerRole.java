package io.signalbox.model;

import java.util.Locale;

/** The role the profile gives a runner; GitHub itself knows no roles, only labels. */
public enum RunnerRole {
  PRIMARY,
  SECONDARY,
  NONE;

  /** Lower-case word; empty for {@link #NONE}. */
  public String word() {
    return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
  }
}
