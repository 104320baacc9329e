package io.signalbox.snapshot;

import io.signalbox.model.AlertInstance;
import io.signalbox.model.DeployEnvironment;
import io.signalbox.model.Deployment;
import io.signalbox.model.Finding;
import io.signalbox.model.HostTruth;
import io.signalbox.model.RunnerState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.model.Silence;
import io.signalbox.model.WorkflowRun;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything known at one moment: immutable, the only thing views are drawn from.
 *
 * @param seq grows by one with each snapshot of this process
 * @param takenAt the clock's time when it was put together; all ages count from here
 * @param environment the environment's name
 * @param runners worst first, then by name
 * @param alerts worst first, duplicates of several sources merged
 * @param runs newest first
 * @param deployments newest first
 * @param findings worst first; the first is the headline
 * @param warnings what is incomplete or odd in this picture, one sentence each
 */
public record Snapshot(
    long seq,
    Instant takenAt,
    String environment,
    List<SourceHealth> sources,
    List<RunnerTruth> runners,
    List<HostTruth> hosts,
    List<AlertInstance> alerts,
    List<Silence> silences,
    List<WorkflowRun> runs,
    List<Deployment> deployments,
    List<DeployEnvironment> environments,
    List<Finding> findings,
    List<String> warnings) {

  /** Before anything was read. */
  public static Snapshot nothingYet(String environment, Instant now) {
    return new Snapshot(
        0,
        now,
        environment,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The same picture with these findings. */
  public Snapshot withFindings(List<Finding> found) {
    return new Snapshot(
        seq,
        takenAt,
        environment,
        sources,
        runners,
        hosts,
        alerts,
        silences,
        runs,
        deployments,
        environments,
        List.copyOf(found),
        warnings);
  }

  /** Whether the runner with this name is known to be offline; who is not known is not. */
  public boolean offline(String runner) {
    return runner(runner).map(one -> one.state() == RunnerState.OFFLINE).orElse(false);
  }

  /** The runner with this name on GitHub. */
  public Optional<RunnerTruth> runner(String name) {
    return runners.stream().filter(runner -> runner.name().equals(name)).findFirst();
  }
}
