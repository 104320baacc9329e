package io.signalbox.http;

import io.signalbox.snapshot.SourceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What could not be read, and why: the same reason is said once. Safe on every thread. */
public final class Unread {
  private final Map<String, List<String>> byReason = new LinkedHashMap<>();

  /** Notes that this could not be read. */
  public synchronized void add(String what, SourceException why) {
    add(what, String.valueOf(why.getMessage()));
  }

  /** Notes that this could not be read. */
  public synchronized void add(String what, String why) {
    byReason.computeIfAbsent(why, _ -> new ArrayList<>()).add(what);
  }

  /** True while everything could be read. */
  public synchronized boolean isEmpty() {
    return byReason.isEmpty();
  }

  /** One sentence per reason. */
  public synchronized List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    byReason.forEach(
        (reason, what) -> warnings.add(String.join(", ", what) + ": not read. " + reason));
    return List.copyOf(warnings);
  }
}
