package io.signalbox.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which actions of a journal have no known outcome. Pure; takes the entries in their order. */
final class Unfinished {
  private static final String UNKNOWN = "UNKNOWN";

  private final Map<String, JournalEntry> open = new LinkedHashMap<>();

  void learn(JournalEntry entry) {
    switch (entry.phase()) {
      case STARTED -> open.put(entry.actionId(), entry);
      case OUTCOME -> {
        if (entry.result().equals(UNKNOWN)) {
          open.putIfAbsent(entry.actionId(), entry);
        } else {
          open.remove(entry.actionId());
        }
      }
      case FOUND -> open.remove(entry.actionId());
      default -> {}
    }
  }

  List<JournalEntry> all() {
    return List.copyOf(open.values());
  }
}
