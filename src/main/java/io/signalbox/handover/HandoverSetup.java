package io.signalbox.handover;

import io.signalbox.github.GithubCommands;
import io.signalbox.interlock.Pending;
import io.signalbox.profile.Profile;
import io.signalbox.remote.RemoteShell;
import io.signalbox.remote.durable.DurableRuns;
import io.signalbox.snapshot.NumberLookup;
import io.signalbox.snapshot.RunnerLookup;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.WorkLookup;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * What moves of a role work with.
 *
 * @param snapshots hands out the newest snapshot, at once
 * @param runners reads one runner of GitHub live
 * @param work reads runs and jobs of GitHub live
 * @param numbers answer the guardrails, the first that can; empty where no Prometheus is configured
 * @param runs the environment's lock
 * @param pending actions of this journal without a known outcome that nobody here carries out
 * @param journal the folder of the record, from which label sets are restored
 * @param from the machine this console runs on, for those who wait for its lock
 */
public record HandoverSetup(
    Profile profile,
    Supplier<Snapshot> snapshots,
    RunnerLookup runners,
    WorkLookup work,
    List<NumberLookup> numbers,
    RemoteShell shell,
    DurableRuns runs,
    GithubCommands github,
    Clock clock,
    Pause pause,
    Supplier<List<Pending>> pending,
    Path journal,
    String from) {
  /** Copies the list. */
  public HandoverSetup {
    numbers = List.copyOf(numbers);
  }
}
