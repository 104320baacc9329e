package io.signalbox.rollback.work;

import io.signalbox.github.GithubCommands;
import io.signalbox.profile.Profile;
import io.signalbox.remote.RemoteShell;
import io.signalbox.remote.durable.DurableRuns;
import io.signalbox.remote.durable.PlaybookHost;
import io.signalbox.rollback.RollbackBoard;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.text.SecretFilter;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a rollback works with.
 *
 * @param host looks at the control host and tries playbooks there
 * @param from the machine this console runs on
 * @param limit after which a run is ended
 * @param secrets hidden in whatever hosts say
 * @param board where views read what is known
 * @param waiting between two looks at a version that is not there yet
 * @param github takes what the profile wants to be written there; null where it is not configured
 */
public record RollbackSetup(
    Profile profile,
    Supplier<Snapshot> snapshots,
    RemoteShell shell,
    DurableRuns runs,
    PlaybookHost host,
    Clock clock,
    String from,
    Duration limit,
    SecretFilter secrets,
    RollbackBoard board,
    Waiting waiting,
    @Nullable GithubCommands github) {
  /** Waits; tests wait shorter. */
  @FunctionalInterface
  public interface Waiting {
    /** Blocks for about so long. */
    void sleep(Duration time) throws InterruptedException;
  }
}
