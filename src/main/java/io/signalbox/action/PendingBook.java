package io.signalbox.action;

import io.signalbox.interlock.Pending;
import io.signalbox.journal.JournalEntry;
import io.signalbox.journal.JournalReader;
import io.signalbox.journal.Unfinished;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Actions of the journal whose outcome is not known, as the interlock judges them. Read once from
 * the files, then kept by what is appended. Safe on every thread.
 */
final class PendingBook {
  /** The parameter of a started entry that names the machines. */
  static final String HOSTS = "hosts";

  /** With a number behind it, counted from 1: the path of each target of a started entry. */
  static final String TARGET = "target";

  private final Path folder;
  private final Unfinished open = new Unfinished();
  private boolean read;

  PendingBook(Path folder) {
    this.folder = folder;
  }

  /** All of them, oldest first. */
  synchronized List<Pending> all() throws ActionException {
    if (!read) {
      try {
        JournalReader.read(folder).forEach(open::learn);
        read = true;
      } catch (IOException e) {
        throw new ActionException(
            "what is pending is not known, for the journal in " + folder + " cannot be read: " + e);
      }
    }
    return open.all().stream().map(PendingBook::pending).toList();
  }

  synchronized void learn(JournalEntry entry) {
    open.learn(entry);
  }

  private static Pending pending(Unfinished.Open one) {
    JournalEntry begun = one.begun();
    String hosts = begun.params().getOrDefault(HOSTS, "");
    return new Pending(
        begun.actionId(),
        begun.action(),
        begun.target(),
        hosts.isEmpty() ? List.of() : List.of(hosts.split(" ")),
        begun.ts(),
        one.unknown(),
        targets(begun));
  }

  /** An entry of an older console names the one that was confirmed alone. */
  private static List<String> targets(JournalEntry begun) {
    List<String> paths = new ArrayList<>();
    for (int i = 1; begun.params().containsKey(TARGET + i); i++) {
      paths.add(begun.params().getOrDefault(TARGET + i, ""));
    }
    return paths.isEmpty() ? List.of(begun.target()) : paths;
  }
}
