package io.signalbox.rollback;

import java.time.Instant;
import java.util.List;

/**
 * Signs that a deployment was left half done: its job was lost, a marker or lock of the playbooks
 * is still there, or components run different versions.
 *
 * @param signs what was seen, in words; empty where nothing was
 * @param key names this state, the same for the same signs: what was acknowledged is this one alone
 * @param unchecked what was not looked at, in words; empty where all was
 * @param beyond a sign was read on hosts that only a whole look asks: a lesser one that sees
 *     nothing does not take it back
 */
public record PartialState(
    List<String> signs, String key, String unchecked, boolean beyond, Instant at) {
  /** Copies the list. */
  public PartialState {
    signs = List.copyOf(signs);
  }

  /** Where everything was looked at, on the control host alone. */
  public PartialState(List<String> signs, String key, Instant at) {
    this(signs, key, "", false, at);
  }

  /** True where there is a sign. */
  public boolean partial() {
    return !signs.isEmpty();
  }

  /** In one line, with what was not looked at. */
  public String words() {
    String seen = partial() ? String.join("; ", signs) : "no sign of a half-done deployment";
    return unchecked.isEmpty() ? seen : seen + "; " + unchecked;
  }
}
