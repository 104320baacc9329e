package io.signalbox.service;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code systemctl show} says of a unit, in systemd's own words; a property it did not give is
 * an empty text.
 */
record UnitFacts(
    String loadState,
    String activeState,
    String subState,
    String result,
    String exitStatus,
    String restarts,
    String activeEnter) {
  /** systemd prints whole seconds in the host's own zone, e.g. Mon 2026-01-05 08:00:00 UTC. */
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss z", Locale.US);

  static UnitFacts parse(List<String> lines) {
    Map<String, String> values = new HashMap<>();
    for (String line : lines) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        values.put(line.substring(0, equals), line.substring(equals + 1).strip());
      }
    }
    return new UnitFacts(
        values.getOrDefault("LoadState", ""),
        values.getOrDefault("ActiveState", ""),
        values.getOrDefault("SubState", ""),
        values.getOrDefault("Result", ""),
        values.getOrDefault("ExecMainStatus", ""),
        values.getOrDefault("NRestarts", ""),
        values.getOrDefault("ActiveEnterTimestamp", ""));
  }

  /** What a later proof compares with, to be read by {@link #parse}. */
  String kept() {
    return "ActiveState=" + activeState + "\nActiveEnterTimestamp=" + activeEnter + "\n";
  }

  boolean active() {
    return activeState.equals("active");
  }

  /** When it became active; null where it never did or the zone is not understood. */
  @Nullable Instant activeSince() {
    try {
      return activeEnter.isEmpty() ? null : STAMP.parse(activeEnter, Instant::from);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * True when it became active later than before. Both times are the host's own: comparing one of
   * them with this machine's clock would prove the clocks, not the restart.
   */
  boolean activatedSince(UnitFacts before) {
    Instant then = before.activeSince();
    Instant now = activeSince();
    if (then == null || now == null) {
      return !activeEnter.isEmpty() && !activeEnter.equals(before.activeEnter);
    }
    return now.isAfter(then);
  }

  /** True when it has not started again since this earlier look. */
  boolean sameStartAs(UnitFacts earlier) {
    return activeEnter.equals(earlier.activeEnter) && restarts.equals(earlier.restarts);
  }

  /** True when it runs on unchanged: it was active before, and tells the same start as then. */
  boolean runsSince(UnitFacts before) {
    return before.active() && !activeEnter.isEmpty() && !activatedSince(before);
  }

  String words() {
    return activeState
        + " ("
        + subState
        + ")"
        + (activeEnter.isEmpty() ? "" : " since " + activeEnter)
        + (result.isEmpty() || result.equals("success") ? "" : ", result " + result);
  }
}
