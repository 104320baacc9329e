package io.signalbox.action;

import io.signalbox.interlock.Pending;
import io.signalbox.journal.JournalEntry;
import io.signalbox.journal.JournalReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Actions of the journal whose outcome is not known: begun and never ended, or ended as unknown,
 * with nothing found out since. Read once from the files, then kept by what is appended. Safe on
 * every thread.
 */
final class PendingBook {
  /** The parameter of a started entry that names the machines. */
  static final String HOSTS = "hosts";

  private final Path folder;
  private final Map<String, Pending> open = new LinkedHashMap<>();
  private boolean read;

  PendingBook(Path folder) {
    this.folder = folder;
  }

  /** All of them, oldest first. */
  synchronized List<Pending> all() throws ActionException {
    if (!read) {
      try {
        JournalReader.read(folder).forEach(this::learn);
        read = true;
      } catch (IOException e) {
        throw new ActionException(
            "what is pending is not known, for the journal in " + folder + " cannot be read: " + e);
      }
    }
    return List.copyOf(open.values());
  }

  synchronized void learn(JournalEntry entry) {
    String id = entry.actionId();
    switch (entry.phase()) {
      case STARTED -> open.put(id, pending(entry, false));
      case OUTCOME -> {
        Pending known = open.remove(id);
        if (entry.result().equals(Verdict.UNKNOWN.name())) {
          Pending begun = known == null ? pending(entry, true) : known;
          open.put(
              id,
              new Pending(id, begun.verb(), begun.target(), begun.hosts(), begun.since(), true));
        }
      }
      case FOUND -> open.remove(id);
      default -> {}
    }
  }

  private static Pending pending(JournalEntry entry, boolean unknown) {
    String hosts = entry.params().getOrDefault(HOSTS, "");
    return new Pending(
        entry.actionId(),
        entry.action(),
        entry.target(),
        hosts.isEmpty() ? List.of() : List.of(hosts.split(" ")),
        entry.ts(),
        unknown);
  }
}
