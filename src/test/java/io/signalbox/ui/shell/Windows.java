package io.signalbox.ui.shell;

import io.signalbox.action.Desk;
import io.signalbox.journal.JournalDoor;
import io.signalbox.profile.Thresholds;
import io.signalbox.rollback.RollbackDoor;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SnapshotHub;
import io.signalbox.ui.fixture.FakeJournal;
import io.signalbox.ui.fixture.Fixture;
import io.signalbox.ui.theme.Theme;
import java.util.List;

/** Windows over a fixed snapshot. */
final class Windows {
  private Windows() {}

  static ConsoleWindow of(Snapshot snapshot, Desk desk, Theme theme) {
    ConsoleWindow window = new ConsoleWindow(context(new SnapshotHub(snapshot), desk));
    window.theme(theme);
    return window;
  }

  static ConsoleWindow of(Snapshot snapshot, Desk desk, JournalDoor journal, Theme theme) {
    ConsoleWindow window = new ConsoleWindow(context(new SnapshotHub(snapshot), desk, journal));
    window.theme(theme);
    return window;
  }

  static ConsoleContext context(SnapshotHub hub, Desk desk) {
    return context(hub, desk, FakeJournal.empty());
  }

  /** A window in which a rollback can be planned. */
  static ConsoleWindow of(Snapshot snapshot, Desk desk, RollbackDoor rollback, Theme theme) {
    ConsoleWindow window =
        new ConsoleWindow(context(new SnapshotHub(snapshot), desk, FakeJournal.empty(), rollback));
    window.theme(theme);
    return window;
  }

  private static ConsoleContext context(SnapshotHub hub, Desk desk, JournalDoor journal) {
    return context(
        hub,
        desk,
        journal,
        RollbackDoor.closed(
            "The profile names no playbook to go back with: set rollback.playbook."));
  }

  private static ConsoleContext context(
      SnapshotHub hub, Desk desk, JournalDoor journal, RollbackDoor rollback) {
    return new ConsoleContext(
        hub,
        desk,
        journal,
        Fixture.CLOCK,
        FrameMark.NONE,
        "red",
        true,
        List.of(),
        () -> {},
        _ -> {},
        Thresholds.DEFAULT,
        rollback);
  }
}
