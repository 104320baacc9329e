package io.signalbox.journal;

import java.util.Map;

/** What tests of the journal put into it. */
final class JournalNotes {
  private JournalNotes() {}

  /** A restart that was permitted for this reason. */
  static JournalNote note(String reason) {
    return new JournalNote(
        Phase.PERMITTED,
        "restart-service",
        "01A",
        "production/shop-runner-a",
        Map.of("reason", reason),
        "",
        "permitted");
  }
}
