package io.signalbox.action;

import io.signalbox.journal.JournalEntry;
import io.signalbox.journal.Phase;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An act that stands to be reviewed: a rule was overridden, the glass broken, or the gravest tier
 * taken alone.
 *
 * @param id the plan's
 * @param actor who did it
 * @param target environment, a slash, the name
 * @param verb stable id
 * @param what is to be looked at, in words
 * @param reason what was given
 */
public record Review(
    String id, Instant at, String actor, String target, String verb, String what, String reason) {
  /** The member of a permitted entry that puts it on the list. */
  static final String MEMBER = "review";

  /** What stands in one environment by its journal, oldest first. */
  public static List<Review> standing(List<JournalEntry> entries, String environment) {
    Map<String, Review> open = new LinkedHashMap<>();
    for (JournalEntry entry : entries) {
      if (entry.phase() == Phase.REVIEWED) {
        open.remove(entry.actionId());
      } else if (entry.phase() == Phase.PERMITTED
          && entry.params().containsKey(MEMBER)
          && entry.target().startsWith(environment + "/")) {
        open.putIfAbsent(entry.actionId(), of(entry));
      }
    }
    return List.copyOf(open.values());
  }

  private static Review of(JournalEntry entry) {
    return new Review(
        entry.actionId(),
        entry.ts(),
        entry.params().getOrDefault("by", entry.actor()),
        entry.target(),
        entry.action(),
        entry.params().getOrDefault(MEMBER, ""),
        entry.params().getOrDefault("reason", ""));
  }
}
