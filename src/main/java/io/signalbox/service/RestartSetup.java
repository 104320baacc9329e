package io.signalbox.service;

import io.signalbox.command.CommandSetup;
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
 * @param commands how a command outlives this console
 * @param within how long is waited for proof
 * @param pause waits between two looks
 */
public record RestartSetup(
    Supplier<Snapshot> snapshots,
    Runnable askNow,
    @Nullable RunnerLookup lookup,
    CommandSetup commands,
    Duration within,
    Pause pause) {
  /** How long is waited for proof where nothing else is said. */
  public static final Duration WITHIN = Duration.ofMinutes(2);

  /** The environment. */
  public Profile profile() {
    return commands.profile();
  }

  /** The way to the machines. */
  public RemoteShell shell() {
    return commands.shell();
  }

  /** Tells the time. */
  public Clock clock() {
    return commands.clock();
  }
}
