package io.signalbox.ui.journal;

import io.signalbox.journal.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are shown. Pure.
 *
 * @param within not older than this, null for all
 * @param actor empty for everybody
 * @param target empty for all
 * @param result a verdict or ruling as it is on record, empty for all
 * @param text words that all have to occur anywhere in the entry
 */
record JournalFilter(
    @Nullable Duration within, String actor, String target, String result, String text) {
  static final JournalFilter ALL = new JournalFilter(null, "", "", "", "");

  /** What fits, newest first. */
  List<JournalEntry> apply(List<JournalEntry> oldestFirst, Instant now) {
    List<String> words = List.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+"));
    List<JournalEntry> shown = new ArrayList<>();
    for (JournalEntry entry : oldestFirst.reversed()) {
      if (fits(entry, now) && (text.isBlank() || holds(entry, words))) {
        shown.add(entry);
      }
    }
    return shown;
  }

  private boolean fits(JournalEntry entry, Instant now) {
    return (within == null || !entry.ts().isBefore(now.minus(within)))
        && (actor.isEmpty() || actor.equals(entry.actor()))
        && (target.isEmpty() || target.equals(entry.target()))
        && (result.isEmpty() || result.equals(entry.result()));
  }

  private static boolean holds(JournalEntry entry, List<String> words) {
    String all =
        String.join(
                "\n",
                entry.action(),
                entry.phase().word(),
                entry.target(),
                entry.actor(),
                entry.actionId(),
                entry.result(),
                JournalWords.title(entry),
                entry.hash(),
                entry.ts().toString(),
                entry.params().toString())
            .toLowerCase(Locale.ROOT);
    return words.stream().allMatch(all::contains);
  }
}
