package io.signalbox.ui.shell;

import io.signalbox.action.Desk;
import io.signalbox.journal.JournalDoor;
import io.signalbox.notice.Notifier;
import io.signalbox.profile.EnvironmentProfile;
import io.signalbox.profile.Profile;
import io.signalbox.rollback.RollbackDoor;
import io.signalbox.runbook.RunbookDoor;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SnapshotHub;
import io.signalbox.ui.fixture.FailoverFixture;
import io.signalbox.ui.fixture.FakeJournal;
import io.signalbox.ui.fixture.FakeRunbooks;
import io.signalbox.ui.fixture.Fixture;
import io.signalbox.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;

/** Windows over a fixed snapshot. */
public final class Windows {
  private Windows() {}

  static ConsoleWindow of(Snapshot snapshot, Desk desk, Theme theme) {
    return of(context(new SnapshotHub(snapshot), desk), theme);
  }

  static ConsoleWindow of(Snapshot snapshot, Desk desk, JournalDoor journal, Theme theme) {
    return of(
        context(new SnapshotHub(snapshot), desk, journal, FakeRunbooks.none(), nothing()), theme);
  }

  /** For a window of a calm environment in red, of which nothing but its name is expected. */
  public static ConsoleContext context(SnapshotHub hub, Desk desk) {
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
    return of(
        context(
            new SnapshotHub(fixture.snapshot()),
            desk,
            journal,
            FakeRunbooks.none(),
            nothing(),
            fixture.profile(),
            notifier),
        theme);
  }

  private static ConsoleContext context(
      SnapshotHub hub,
      Desk desk,
      JournalDoor journal,
      RunbookDoor runbooks,
      RollbackDoor rollback) {
    Profile profile =
        Profile.empty(
            Path.of(""), new EnvironmentProfile(hub.latest().environment(), "red", true, true));
    return context(hub, desk, journal, runbooks, rollback, profile, Notifier.NONE);
  }

  private static ConsoleContext context(
      SnapshotHub hub,
      Desk desk,
      JournalDoor journal,
      RunbookDoor runbooks,
      RollbackDoor rollback,
      Profile profile,
      Notifier notifier) {
    return new ConsoleContext(
        hub,
        desk,
        journal,
        runbooks,
        rollback,
        profile,
        Fixture.CLOCK,
        FrameMark.NONE,
        List.of(),
        () -> {},
        _ -> {},
        notifier);
  }
}
