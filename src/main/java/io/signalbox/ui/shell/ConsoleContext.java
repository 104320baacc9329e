package io.signalbox.ui.shell;

import io.signalbox.action.Desk;
import io.signalbox.journal.JournalDoor;
import io.signalbox.notice.Notifier;
import io.signalbox.profile.EnvironmentProfile;
import io.signalbox.profile.Profile;
import io.signalbox.profile.Thresholds;
import io.signalbox.rollback.RollbackDoor;
import io.signalbox.runbook.RunbookDoor;
import io.signalbox.snapshot.SnapshotHub;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the window is given.
 *
 * @param environmentColour red, amber, green, blue, violet or grey
 * @param messages what the operator should know before anything else, e.g. a profile's problems
 * @param refresh asks every source now; returns at once
 * @param browser opens a link; returns at once
 * @param rollback what is known and can be asked of rollbacks
 * @param profile what is expected of this environment
 * @param notifier tells of alarms outside the window
 */
public record ConsoleContext(
    SnapshotHub hub,
    Desk desk,
    JournalDoor journal,
    RunbookDoor runbooks,
    Clock clock,
    FrameMark mark,
    String environmentColour,
    boolean protectedEnvironment,
    List<String> messages,
    Runnable refresh,
    Consumer<URI> browser,
    Thresholds thresholds,
    RollbackDoor rollback,
    Profile profile,
    Notifier notifier) {
  /** For a window that tells nobody outside of it. */
  public ConsoleContext(
      SnapshotHub hub,
      Desk desk,
      JournalDoor journal,
      RunbookDoor runbooks,
      Clock clock,
      FrameMark mark,
      String environmentColour,
      boolean protectedEnvironment,
      List<String> messages,
      Runnable refresh,
      Consumer<URI> browser,
      Thresholds thresholds,
      RollbackDoor rollback,
      Profile profile) {
    this(
        hub,
        desk,
        journal,
        runbooks,
        clock,
        mark,
        environmentColour,
        protectedEnvironment,
        messages,
        refresh,
        browser,
        thresholds,
        rollback,
        profile,
        Notifier.NONE);
  }

  /** For a window of which nothing but the environment's name is expected. */
  public ConsoleContext(
      SnapshotHub hub,
      Desk desk,
      JournalDoor journal,
      RunbookDoor runbooks,
      Clock clock,
      FrameMark mark,
      String environmentColour,
      boolean protectedEnvironment,
      List<String> messages,
      Runnable refresh,
      Consumer<URI> browser,
      Thresholds thresholds,
      RollbackDoor rollback) {
    this(
        hub,
        desk,
        journal,
        runbooks,
        clock,
        mark,
        environmentColour,
        protectedEnvironment,
        messages,
        refresh,
        browser,
        thresholds,
        rollback,
        Profile.empty(
            Path.of(""),
            new EnvironmentProfile(
                hub.latest().environment(), environmentColour, protectedEnvironment, true)));
  }

  /** The same, for a desktop that shows notices. */
  public ConsoleContext notifying(Notifier desktop) {
    return new ConsoleContext(
        hub,
        desk,
        journal,
        runbooks,
        clock,
        mark,
        environmentColour,
        protectedEnvironment,
        messages,
        refresh,
        browser,
        thresholds,
        rollback,
        profile,
        desktop);
  }
}
