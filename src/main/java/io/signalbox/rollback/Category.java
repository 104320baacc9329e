package io.signalbox.rollback;

import java.util.Locale;

/** The eight things that are looked at to know whether production is well. */
public enum Category {
  BACKEND(true),
  FRONTEND(true),
  DATABASE(true),
  REDIS(true),
  EXTERNAL(false),
  SYSTEM(true),
  NGINX(true),
  SERVICES(true);

  private final boolean blocking;

  Category(boolean blocking) {
    this.blocking = blocking;
  }

  /** The word of the profile, for screen and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a failure blocks where the profile has no check that says. */
  public boolean blocking() {
    return blocking;
  }
}
