package io.signalbox.ui.shell;

import io.signalbox.action.Desk;
import io.signalbox.journal.JournalDoor;
import io.signalbox.profile.Thresholds;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SnapshotHub;
import io.signalbox.ui.fixture.FailoverFixture;
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

  static ConsoleWindow of(FailoverFixture fixture, Desk desk, JournalDoor journal, Theme theme) {
    ConsoleContext bare = context(new SnapshotHub(fixture.snapshot()), desk, journal);
    ConsoleWindow window =
        new ConsoleWindow(
            new ConsoleContext(
                bare.hub(),
                desk,
                journal,
                bare.clock(),
                bare.mark(),
                bare.environmentColour(),
                true,
                List.of(),
                bare.refresh(),
                bare.browser(),
                bare.thresholds(),
                fixture.profile()));
    window.theme(theme);
    return window;
  }

  static ConsoleContext context(SnapshotHub hub, Desk desk) {
    return context(hub, desk, FakeJournal.empty());
  }

  private static ConsoleContext context(SnapshotHub hub, Desk desk, JournalDoor journal) {
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
        Thresholds.DEFAULT);
  }
}
