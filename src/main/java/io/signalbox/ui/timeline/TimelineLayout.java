package io.signalbox.ui.timeline;

import io.signalbox.model.Deployment;
import io.signalbox.model.Job;
import io.signalbox.model.RunnerTruth;
import io.signalbox.model.WorkflowRun;
import io.signalbox.snapshot.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot looks like on a time axis: environments, the queue, runners, and runs whose jobs
 * were not read. Pure. Lanes keep their order from one snapshot to the next.
 */
record TimelineLayout(List<Lane> lanes) {
  private static final int MOST_ROWS = 3;
  private static final Comparator<Lane> BUSY_FIRST =
      Comparator.comparing((Lane lane) -> lane.kind())
          .thenComparing(lane -> !lane.running())
          .thenComparing(Lane::empty);

  static TimelineLayout of(Snapshot snapshot, Instant from, Instant to) {
    Instant now = snapshot.takenAt();
    Map<String, List<Bar>> environments = new TreeMap<>();
    snapshot.environments().forEach(each -> environments.put(each.name(), new ArrayList<>()));
    for (Deployment deployment : snapshot.deployments()) {
      environments
          .computeIfAbsent(deployment.environment(), _ -> new ArrayList<>())
          .add(bar(deployment));
    }
    Map<String, List<Bar>> runners = new TreeMap<>();
    for (RunnerTruth runner : snapshot.runners()) {
      runners.put(runner.name(), new ArrayList<>());
    }
    List<Bar> queue = new ArrayList<>();
    List<Bar> unread = new ArrayList<>();
    for (WorkflowRun run : snapshot.runs()) {
      if (run.jobsRead()) {
        jobs(run, snapshot, runners, queue);
      } else {
        unread.add(bar(run));
      }
    }
    List<Lane> lanes = new ArrayList<>();
    environments.forEach(
        (name, bars) -> lanes.add(lane(Lane.Kind.ENVIRONMENT, name, bars, from, to, now)));
    lanes.add(lane(Lane.Kind.QUEUE, "queue", queue, from, to, now));
    runners.forEach((name, bars) -> lanes.add(lane(Lane.Kind.RUNNER, name, bars, from, to, now)));
    if (!unread.isEmpty()) {
      lanes.add(lane(Lane.Kind.RUNS, "jobs not read", unread, from, to, now));
    }
    return new TimelineLayout(List.copyOf(lanes));
  }

  private static void jobs(
      WorkflowRun run, Snapshot snapshot, Map<String, List<Bar>> runners, List<Bar> queue) {
    for (Job job : run.jobs()) {
      Instant created = job.createdAt() == null ? run.createdAt() : job.createdAt();
      String runner = job.runnerName();
      Instant started = job.startedAt();
      TimelinePick pick = new TimelinePick.OfJob(run.id(), job.id());
      BarState state = BarState.of(job.status(), job.conclusion());
      String title = run.workflow() + " · " + job.name();
      if (runner != null && !runner.isEmpty() && started != null) {
        runners
            .computeIfAbsent(runner, _ -> new ArrayList<>())
            .add(new Bar(pick, state, title, created, started, job.completedAt()));
      } else if (state != BarState.RUNNING) {
        BarState queued =
            state == BarState.CANCELLED && superseded(run, snapshot) ? BarState.SUPERSEDED : state;
        queue.add(new Bar(pick, queued, title, null, created, job.completedAt()));
      }
    }
  }

  /** A run that was cancelled before it ran because a newer one of its workflow took its place. */
  private static boolean superseded(WorkflowRun run, Snapshot snapshot) {
    return snapshot.runs().stream()
        .anyMatch(
            other ->
                other.number() > run.number()
                    && other.repository().equals(run.repository())
                    && other.path().equals(run.path())
                    && other.branch().equals(run.branch()));
  }

  private static Bar bar(Deployment deployment) {
    Instant ended = deployment.endedAt();
    Instant end = deployment.inFlight() ? null : ended == null ? deployment.createdAt() : ended;
    String sha =
        deployment.sha().length() > 7 ? deployment.sha().substring(0, 7) : deployment.sha();
    return new Bar(
        new TimelinePick.OfDeployment(deployment.id()),
        BarState.ofDeployment(deployment.state()),
        deployment.ref() + (sha.isEmpty() || sha.equals(deployment.ref()) ? "" : " " + sha),
        null,
        deployment.createdAt(),
        end);
  }

  private static Bar bar(WorkflowRun run) {
    Instant start = run.startedAt() == null ? run.createdAt() : run.startedAt();
    return new Bar(
        new TimelinePick.OfJob(run.id(), 0),
        BarState.of(run.status(), run.conclusion()),
        run.workflow() + " #" + run.number(),
        run.createdAt(),
        start,
        run.completed() ? run.updatedAt() : null);
  }

  private static Lane lane(
      Lane.Kind kind, String name, List<Bar> bars, Instant from, Instant to, Instant now) {
    List<Bar> inside =
        bars.stream()
            .filter(bar -> bar.begin().isBefore(to) && !bar.end(now).isBefore(from))
            .sorted(Comparator.comparing(Bar::from).thenComparing(Bar::title))
            .toList();
    return new Lane(kind, name, rows(inside, now));
  }

  /** First row whose last bar has ended; the last row takes what is left. */
  private static List<List<Bar>> rows(List<Bar> bars, Instant now) {
    List<List<Bar>> rows = new ArrayList<>();
    rows.add(new ArrayList<>());
    for (Bar bar : bars) {
      List<Bar> free = null;
      for (List<Bar> row : rows) {
        if (row.isEmpty() || !row.getLast().end(now).isAfter(bar.from())) {
          free = row;
          break;
        }
      }
      if (free == null && rows.size() < MOST_ROWS) {
        free = new ArrayList<>();
        rows.add(free);
      }
      (free == null ? rows.getLast() : free).add(bar);
    }
    return rows.stream().map(List::copyOf).toList();
  }

  /** The lanes of a small picture: environments, the queue, then runners at work before others. */
  TimelineLayout busyOnly() {
    return new TimelineLayout(
        lanes.stream()
            .filter(lane -> lane.kind() == Lane.Kind.ENVIRONMENT || !lane.empty())
            .sorted(BUSY_FIRST)
            .toList());
  }

  /** These lanes, and of {@code whole} the runners that did nothing, as far as they fit. */
  TimelineLayout filledFrom(TimelineLayout whole, double room, ToDoubleFunction<Lane> height) {
    List<Lane> all = new ArrayList<>(lanes);
    double left = room - lanes.stream().mapToDouble(height).sum();
    for (Lane lane : whole.lanes) {
      if (lane.kind() == Lane.Kind.RUNNER && lane.empty()) {
        left -= height.applyAsDouble(lane);
        if (left < 0) {
          break;
        }
        all.add(lane);
      }
    }
    return new TimelineLayout(all.stream().sorted(BUSY_FIRST).toList());
  }

  /** The bar with this pick, if it is in the window. */
  @Nullable Bar find(TimelinePick pick) {
    return lanes.stream()
        .flatMap(lane -> lane.bars().stream())
        .filter(bar -> bar.pick().equals(pick))
        .findFirst()
        .orElse(null);
  }
}
