package io.signalbox.model;

import java.util.Locale;

/** The one reconciled state of a runner; worst ordering is by {@link #rank}. */
public enum RunnerState {
  OFFLINE(0),
  DEGRADED(1),
  UNKNOWN(2),
  BUSY(3),
  ONLINE(4);

  private final int rank;

  RunnerState(int rank) {
    this.rank = rank;
  }

  /** Lower is worse and sorts first. */
  public int rank() {
    return rank;
  }

  /** Lower-case word for screen and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
