package io.signalbox.rollback;

import java.util.Locale;

/** How well something is; the declaration order is from good to bad, for the worst to stand. */
public enum Health {
  NOT_CONFIGURED,
  OK,
  WARNING,
  /** It could not be asked: neither good nor bad. */
  UNKNOWN,
  FAILED;

  /** The word for screen and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The worse of two. */
  public Health or(Health other) {
    return other.compareTo(this) > 0 ? other : this;
  }
}
