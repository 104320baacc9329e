package io.signalbox.ui.shell;

import io.signalbox.journal.JournalLink;
import io.signalbox.model.RunnerTruth;
import io.signalbox.runbook.Heading;
import io.signalbox.runbook.RunbookLibrary;
import io.signalbox.ui.runbook.Opening;
import java.util.ArrayList;
import java.util.List;

/** What the palette can jump to. */
final class PaletteEntries {
  private static final int HEADINGS = 100;

  private PaletteEntries() {}

  /** A line of the palette: its words, what kind it is, what it does. */
  record Entry(String words, String kind, Runnable action) {}

  /** What the text itself names: a pasted link to an entry of the journal. */
  static List<Entry> typed(ConsoleFrame frame, String text) {
    return JournalLink.parse(text).stream()
        .map(link -> new Entry("Journal entry " + link.seq(), "link", () -> frame.openEntry(link)))
        .toList();
  }

  static List<Entry> of(ConsoleFrame frame) {
    List<Entry> entries = new ArrayList<>();
    for (View view : View.values()) {
      entries.add(new Entry(view.word(), "view", () -> frame.show(view)));
    }
    entries.add(new Entry("Ask every source now", "action", frame::refresh));
    entries.add(new Entry("Unlock actions…", "action", frame::unlock));
    entries.add(
        new Entry("Roll back to an older version…", "action", () -> frame.openRollback("")));
    entries.add(new Entry("Ask for production's health", "action", frame::askHealth));
    entries.add(new Entry("Light or dark", "action", frame::otherTheme));
    entries.add(new Entry("Shortcuts", "action", frame::openShortcuts));
    entries.addAll(frame.failover().entries());
    for (RunbookLibrary.Entry book : frame.runbooks().view().library().entries()) {
      String key = book.key();
      String title = book.runbook().title();
      entries.add(new Entry(title, "runbook", () -> frame.runbooks().open(Opening.of(key))));
      List<Heading> headings = book.runbook().outline();
      for (Heading heading : headings.subList(0, Math.min(HEADINGS, headings.size()))) {
        if (!heading.text().equals(title)) {
          entries.add(
              new Entry(
                  title + " › " + heading.text(),
                  "heading",
                  () -> frame.runbooks().open(Opening.at(key, heading.anchor()))));
        }
      }
    }
    for (RunnerTruth runner : frame.live().latest().runners()) {
      String name = runner.name();
      entries.add(new Entry(name, runner.state().word(), () -> frame.select(name)));
      entries.add(
          new Entry(
              "Check service on " + name, "action", () -> frame.commands().checkService(name)));
      entries.add(
          new Entry(
              "Restart service on " + name + "…",
              "action",
              () -> frame.commands().restartService(name)));
    }
    return entries;
  }
}
