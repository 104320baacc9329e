package io.signalbox.ui.shell;

import io.signalbox.action.Desk;
import io.signalbox.journal.JournalDoor;
import io.signalbox.notice.Notifier;
import io.signalbox.profile.Thresholds;
import io.signalbox.rollback.RollbackDoor;
import io.signalbox.runbook.RunbookDoor;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SnapshotHub;
import io.signalbox.ui.fixture.FailoverFixture;
import io.signalbox.ui.fixture.FakeJournal;
import io.signalbox.ui.fixture.FakeRunbooks;
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
    return of(
        context(new SnapshotHub(snapshot), desk, journal, FakeRunbooks.none(), nothing()), theme);
  }

  static ConsoleContext context(SnapshotHub hub, Desk desk) {
    return context(hub, desk, FakeJournal.empty(), FakeRunbooks.none(), nothing());
  }

  static ConsoleWindow of(Snapshot snapshot, Desk desk, RunbookDoor runbooks, Theme theme) {
    return of(
        context(new SnapshotHub(snapshot), desk, FakeJournal.night(), runbooks, nothing()), theme);
  }

  /** A window in which a rollback can be planned. */
  static ConsoleWindow of(Snapshot snapshot, Desk desk, RollbackDoor rollback, Theme theme) {
    return of(
        context(
            new SnapshotHub(snapshot), desk, FakeJournal.empty(), FakeRunbooks.none(), rollback),
        theme);
  }

  private static ConsoleWindow of(ConsoleContext context, Theme theme) {
    ConsoleWindow window = new ConsoleWindow(context);
    window.theme(theme);
    return window;
  }

  private static RollbackDoor nothing() {
    return RollbackDoor.closed(
        "The profile names no playbook to go back with: set rollback.playbook.");
  }

  static ConsoleWindow of(FailoverFixture fixture, Desk desk, JournalDoor journal, Theme theme) {
    return of(fixture, desk, journal, theme, Notifier.NONE);
  }

  static ConsoleWindow of(
      FailoverFixture fixture, Desk desk, JournalDoor journal, Theme theme, Notifier notifier) {
    ConsoleContext bare =
        context(new SnapshotHub(fixture.snapshot()), desk, journal, FakeRunbooks.none(), nothing());
    ConsoleWindow window =
        new ConsoleWindow(
            new ConsoleContext(
                bare.hub(),
                desk,
                journal,
                bare.runbooks(),
                bare.clock(),
                bare.mark(),
                bare.environmentColour(),
                true,
                List.of(),
                bare.refresh(),
                bare.browser(),
                bare.thresholds(),
                bare.rollback(),
                fixture.profile(),
                notifier));
    window.theme(theme);
    return window;
  }

  private static ConsoleContext context(
      SnapshotHub hub,
      Desk desk,
      JournalDoor journal,
      RunbookDoor runbooks,
      RollbackDoor rollback) {
    return new ConsoleContext(
        hub,
        desk,
        journal,
        runbooks,
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
