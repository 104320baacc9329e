package io.signalbox.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which actions of a journal have no known outcome: begun and never ended, or ended as unknown, and
 * nothing found out since. The one rule of it. Takes the entries in their order; one thread.
 */
public final class Unfinished {
  /** The parameter of an entry whose action only reads: it never keeps another from acting. */
  public static final String READS = "reads";

  private static final String UNKNOWN = "UNKNOWN";

  private final Map<String, Open> open = new LinkedHashMap<>();

  /**
   * An action without a known outcome.
   *
   * @param begun its start; the entry of its unknown outcome where no start is there
   * @param unknown it ended as unknown
   */
  public record Open(JournalEntry begun, boolean unknown) {}

  /** Takes the next entry. */
  public void learn(JournalEntry entry) {
    if (entry.params().containsKey(READS)) {
      return;
    }
    String id = entry.actionId();
    switch (entry.phase()) {
      case STARTED -> open.put(id, new Open(entry, false));
      case OUTCOME -> {
        Open known = open.remove(id);
        if (entry.result().equals(UNKNOWN)) {
          open.put(id, new Open(known == null ? entry : known.begun(), true));
        }
      }
      case FOUND -> open.remove(id);
      default -> {}
    }
  }

  /** All of them, oldest first. */
  public List<Open> all() {
    return List.copyOf(open.values());
  }
}
