package io.signalbox.rollback;

import java.time.Instant;
import java.util.List;

/**
 * Signs that a deployment was left half done: its job was lost, a marker or lock of the playbooks
 * is still there, or components run different versions.
 *
 * @param signs what was seen, in words; empty where nothing was
 * @param key names this state, the same for the same signs: what was acknowledged is this one alone
 */
public record PartialState(List<String> signs, String key, Instant at) {
  /** Copies the list. */
  public PartialState {
    signs = List.copyOf(signs);
  }

  /** True where there is a sign. */
  public boolean partial() {
    return !signs.isEmpty();
  }

  /** In one line. */
  public String words() {
    return partial() ? String.join("; ", signs) : "no sign of a half-done deployment";
  }
}
