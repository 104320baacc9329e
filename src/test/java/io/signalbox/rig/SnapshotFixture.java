package io.signalbox.rig;

import io.signalbox.model.Deployment;
import io.signalbox.model.GithubReading;
import io.signalbox.model.GithubRunner;
import io.signalbox.model.Input;
import io.signalbox.model.InputState;
import io.signalbox.model.JobRef;
import io.signalbox.model.RateBudget;
import io.signalbox.model.RunnerRole;
import io.signalbox.model.RunnerState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.model.Signal;
import io.signalbox.model.SourceId;
import io.signalbox.model.SourceKind;
import io.signalbox.model.WorkflowRun;
import io.signalbox.snapshot.Reading;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SourceHealth;
import io.signalbox.snapshot.SourceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A snapshot of one runner, shop-runner-a on runner-a, to be varied and built. */
public final class SnapshotFixture {
  private final Instant at;
  private boolean online = true;
  private boolean busy;
  private boolean listed = true;
  private @Nullable String githubError;
  private boolean githubStale;
  private boolean github = true;
  private Input status;
  private List<WorkflowRun> runs = List.of();
  private List<Deployment> deployments = List.of();

  private SnapshotFixture(Instant at) {
    this.at = at;
    this.status = new Input("status", InputState.FRESH, 1.0, "up", at, "prometheus/main");
  }

  /** All is well, read at this time. */
  public static SnapshotFixture calm(Instant at) {
    return new SnapshotFixture(at);
  }

  /** GitHub calls it offline. */
  public SnapshotFixture offline() {
    online = false;
    return this;
  }

  /** GitHub calls it busy. */
  public SnapshotFixture busy() {
    busy = true;
    return this;
  }

  /** GitHub is not asked at all. */
  public SnapshotFixture withoutGithub() {
    github = false;
    return this;
  }

  /** GitHub does not list it. */
  public SnapshotFixture unlisted() {
    listed = false;
    return this;
  }

  /** GitHub's newest attempt failed. */
  public SnapshotFixture githubFailed(String error) {
    githubError = error;
    return this;
  }

  /** GitHub's newest answer is too old. */
  public SnapshotFixture githubStale() {
    githubStale = true;
    return this;
  }

  /** Prometheus's status input. */
  public SnapshotFixture status(InputState state, @Nullable Double value, @Nullable Instant when) {
    status = new Input("status", state, value, null, when, "prometheus/main");
    return this;
  }

  /** Workflow runs. */
  public SnapshotFixture runs(WorkflowRun... some) {
    runs = List.of(some);
    return this;
  }

  /** Deployments. */
  public SnapshotFixture deployments(Deployment... some) {
    deployments = List.of(some);
    return this;
  }

  /** The snapshot. */
  public Snapshot build() {
    GithubRunner runner =
        new GithubRunner(7, "acme/shop", "shop-runner-a", "linux", online, busy, List.of());
    GithubReading reading =
        new GithubReading(
            listed ? List.of(runner) : List.of(),
            runs,
            deployments,
            List.of(),
            RateBudget.NOT_KNOWN);
    List<SourceHealth> sources = new ArrayList<>();
    if (github) {
      sources.add(new SourceHealth(new SourceId(SourceKind.GITHUB, "github"), state(reading)));
    }
    return new Snapshot(
        1,
        at,
        "production",
        sources,
        List.of(truth()),
        List.of(),
        List.of(),
        List.of(),
        runs,
        deployments,
        List.of(),
        List.of(),
        List.of());
  }

  private SourceState<GithubReading> state(GithubReading reading) {
    Reading<GithubReading> whole = Reading.whole(reading);
    if (githubError != null) {
      return new SourceState.Failed<>(whole, at, at, githubError, null);
    }
    return githubStale ? new SourceState.Stale<>(whole, at) : new SourceState.Fresh<>(whole, at);
  }

  private RunnerTruth truth() {
    return new RunnerTruth(
        "shop-runner-a",
        7L,
        "runner-a",
        RunnerRole.PRIMARY,
        busy ? RunnerState.BUSY : online ? RunnerState.ONLINE : RunnerState.OFFLINE,
        null,
        busy,
        busy ? new JobRef(1, 2, "CI", "build", null, "") : null,
        List.of(),
        List.of(),
        ProfileFixture.UNIT,
        List.of(),
        List.of(),
        Map.of(Signal.STATUS.key(), status),
        Map.of(),
        List.of());
  }
}
