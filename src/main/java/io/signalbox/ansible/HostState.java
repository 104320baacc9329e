package io.signalbox.ansible;

import java.util.Locale;

/** How one task stands on one host; each is told from all others. */
public enum HostState {
  RUNNING,
  OK,
  CHANGED,
  FAILED,
  UNREACHABLE,
  /** It failed, and a rescue took over. */
  RESCUED,
  /** It failed, and the playbook ignores that. */
  IGNORED,
  SKIPPED;

  /** The word for screen and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True where it went wrong and nothing in the playbook caught it. */
  public boolean bad() {
    return this == FAILED || this == UNREACHABLE;
  }
}
