package io.signalbox.service;

import io.signalbox.profile.Profile;
import io.signalbox.remote.RemoteShell;
import io.signalbox.snapshot.RunnerLookup;
import io.signalbox.snapshot.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a restart works with.
 *
 * @param snapshots hands out the newest snapshot, at once
 * @param askNow has every source asked soon, returns at once
 * @param lookup asks GitHub for one runner now; null where GitHub is not configured
 * @param within how long is waited for proof
 * @param pause waits between two looks
 */
public record RestartSetup(
    Profile profile,
    Supplier<Snapshot> snapshots,
    Runnable askNow,
    @Nullable RunnerLookup lookup,
    RemoteShell shell,
    Clock clock,
    Duration within,
    Pause pause) {
  /** How long is waited for proof where nothing else is said. */
  public static final Duration WITHIN = Duration.ofMinutes(2);
}
