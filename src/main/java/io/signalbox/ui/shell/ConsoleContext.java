package io.signalbox.ui.shell;

import io.signalbox.action.Desk;
import io.signalbox.journal.JournalDoor;
import io.signalbox.notice.Notifier;
import io.signalbox.profile.Profile;
import io.signalbox.rollback.RollbackDoor;
import io.signalbox.runbook.RunbookDoor;
import io.signalbox.snapshot.SnapshotHub;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the window is given.
 *
 * @param rollback what is known and can be asked of rollbacks
 * @param profile what is expected of this environment, its colour and its thresholds
 * @param messages what the operator should know before anything else, e.g. a profile's problems
 * @param refresh asks every source now; returns at once
 * @param browser opens a link; returns at once
 * @param notifier tells of alarms outside the window
 */
public record ConsoleContext(
    SnapshotHub hub,
    Desk desk,
    JournalDoor journal,
    RunbookDoor runbooks,
    RollbackDoor rollback,
    Profile profile,
    Clock clock,
    FrameMark mark,
    List<String> messages,
    Runnable refresh,
    Consumer<URI> browser,
    Notifier notifier) {}
