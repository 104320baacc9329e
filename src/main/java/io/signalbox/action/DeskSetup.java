package io.signalbox.action;

import io.signalbox.interlock.Interlock;
import io.signalbox.journal.Journal;
import io.signalbox.profile.Profile;
import io.signalbox.snapshot.Snapshot;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What a desk works with.
 *
 * @param snapshots hands out the newest snapshot, at once
 * @param executor runs blocking work, one virtual thread each
 * @param actor who acts, as the operating system names them
 */
public record DeskSetup(
    Profile profile,
    Supplier<Snapshot> snapshots,
    Interlock interlock,
    Journal journal,
    Clock clock,
    Executor executor,
    String actor) {}
