package io.signalbox.command;

import io.signalbox.profile.Profile;
import io.signalbox.remote.RemoteShell;
import io.signalbox.remote.durable.DurableRuns;
import java.time.Clock;
import java.time.Duration;

/**
 * What commands work with.
 *
 * @param from the machine this console runs on, for those who wait for its lock
 * @param limit after which a run is ended
 */
public record CommandSetup(
    Profile profile,
    RemoteShell shell,
    DurableRuns runs,
    Clock clock,
    String from,
    Duration limit) {}
