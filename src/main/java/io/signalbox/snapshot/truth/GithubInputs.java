package io.signalbox.snapshot.truth;

import io.signalbox.model.GithubReading;
import io.signalbox.model.GithubRunner;
import io.signalbox.model.Input;
import io.signalbox.model.InputState;
import io.signalbox.model.Job;
import io.signalbox.model.JobRef;
import io.signalbox.model.SourceId;
import io.signalbox.model.WorkflowRun;
import io.signalbox.snapshot.SourceState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What GitHub says of each runner, and the job that a busy one is busy with. */
final class GithubInputs {
  private final @Nullable SourceId id;
  private final boolean fresh;
  private final boolean partial;
  private final @Nullable Instant at;
  private final @Nullable GithubReading value;
  private final Map<String, GithubRunner> runners = new HashMap<>();
  private final Map<String, JobRef> jobs = new HashMap<>();

  GithubInputs(@Nullable SourceId id, SourceState<GithubReading> state) {
    this.id = id;
    this.fresh = state.fresh();
    this.at = state.readAt();
    var reading = state.reading();
    this.value = reading == null ? null : reading.value();
    this.partial = reading != null && reading.partial();
    if (value != null) {
      value.runners().forEach(runner -> runners.putIfAbsent(runner.name(), runner));
      value.runs().forEach(this::jobsOf);
    }
  }

  private void jobsOf(WorkflowRun run) {
    for (Job job : run.jobs()) {
      String runner = job.runnerName();
      if (job.running() && runner != null) {
        jobs.put(
            runner,
            new JobRef(run.id(), job.id(), run.workflow(), job.name(), job.startedAt(), job.url()));
      }
    }
  }

  boolean configured() {
    return id != null;
  }

  boolean fresh() {
    return fresh;
  }

  List<GithubRunner> all() {
    return value == null ? List.of() : value.runners();
  }

  /** The runner as GitHub last listed it; null where it does not. */
  @Nullable GithubRunner runner(String name) {
    return runners.get(name);
  }

  /** The job GitHub's lists name for this runner. */
  @Nullable JobRef job(String name) {
    return jobs.get(name);
  }

  /** online, offline, or not listed. */
  Input status(String name) {
    if (id == null) {
      return Input.notMeasured("github");
    }
    String source = id.path();
    GithubRunner runner = runners.get(name);
    if (value == null || (runner == null && (partial || !fresh))) {
      return new Input("github", InputState.UNKNOWN, null, null, null, source);
    }
    InputState state = fresh ? InputState.FRESH : InputState.STALE;
    if (runner == null) {
      return new Input("github", state, null, "not registered", at, source);
    }
    if (!runner.told()) {
      String odd = "`" + runner.status() + "`, which GitHub does not document";
      return new Input("github", InputState.UNKNOWN, null, odd, at, source);
    }
    return new Input("github", state, runner.online() ? 1.0 : 0, runner.status(), at, source);
  }

  /** Whether it runs a job. */
  Input busy(String name) {
    GithubRunner runner = runners.get(name);
    if (id == null) {
      return Input.notMeasured("busy");
    }
    if (runner == null) {
      return new Input("busy", InputState.UNKNOWN, null, null, null, id.path());
    }
    InputState state = fresh ? InputState.FRESH : InputState.STALE;
    double busy = runner.busy() ? 1 : 0;
    return new Input("busy", state, busy, runner.busy() ? "busy" : "idle", at, id.path());
  }
}
