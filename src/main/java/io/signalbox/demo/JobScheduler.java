package io.signalbox.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Hands jobs to runners in the order in which they become ready. Nothing that it decides for an
 * instant depends on a later event, so a new event never rewrites what has been shown.
 */
final class JobScheduler {
  private static final String SKIPPED = "skipped";
  private static final double CANCELLED_SHARE = 0.02;

  private record Moment(Instant at, int order, Runnable what) {}

  private final Noise noise;
  private final List<SimulatedRunner> runners;
  private final Map<String, ServiceTimeline> services;
  private final Map<List<String>, List<SimulatedRunner>> fitting = new HashMap<>();
  private final Map<String, Instant> freeFrom = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<RunPlan> runs = new ArrayList<>();
  private final PriorityQueue<Moment> moments =
      new PriorityQueue<>(Comparator.comparing(Moment::at).thenComparing(Moment::order));
  private int order;

  JobScheduler(Noise noise, List<SimulatedRunner> runners, Map<String, ServiceTimeline> services) {
    this.noise = noise;
    this.runners = runners;
    this.services = services;
  }

  JobSchedule run(List<Arrival> arrivals) {
    for (Arrival arrival : arrivals) {
      at(arrival.at(), () -> begin(arrival));
    }
    while (!moments.isEmpty()) {
      moments.remove().what().run();
    }
    return new JobSchedule(runs);
  }

  private void at(Instant when, Runnable what) {
    moments.add(new Moment(when, order++, what));
  }

  private void begin(Arrival arrival) {
    int number = numbers.merge(arrival.workflow().file(), 1, Integer::sum);
    RunPlan run = new RunPlan(runs.size(), 400 + number, arrival);
    runs.add(run);
    for (WorkflowTemplate.Job job : arrival.workflow().jobs()) {
      if (job.needs().isEmpty()) {
        Instant ready = arrival.at().plusSeconds(1);
        at(ready, () -> ready(run, job, ready));
      }
    }
  }

  private void ready(RunPlan run, WorkflowTemplate.Job job, Instant ready) {
    long id = 27_000_000_000L + run.index() * 10L + run.arrival().workflow().jobs().indexOf(job);
    boolean waits = run.arrival().needsApproval() && job.environment() != null;
    Assignment place = waits ? null : assign(id, job, ready);
    if (place == null) {
      run.add(new JobPlan(id, run, job, ready, waits, null));
      return;
    }
    JobPlan.Fate fate = fate(run, job, place);
    run.add(new JobPlan(id, run, job, ready, false, fate));
    freeFrom.put(place.runner().name(), fate.completedAt());
    at(fate.completedAt(), () -> follow(run, fate.completedAt()));
  }

  private record Assignment(SimulatedRunner runner, Instant start) {}

  private @Nullable Assignment assign(long id, WorkflowTemplate.Job job, Instant ready) {
    Duration pickUp = Duration.ofMillis(noise.between(id + "/pick-up", 1_800, 6_500));
    Assignment best = null;
    for (SimulatedRunner runner : fitting.computeIfAbsent(job.labels(), this::fitting)) {
      Instant free = freeFrom.getOrDefault(runner.name(), Instant.MIN);
      Instant from = free.isAfter(ready) ? free : ready;
      Optional<Instant> start = timeline(runner).readyFrom(from).map(t -> t.plus(pickUp));
      if (start.isPresent() && isBetter(id, best, runner, start.get())) {
        best = new Assignment(runner, start.get());
      }
    }
    return best;
  }

  private List<SimulatedRunner> fitting(List<String> labels) {
    return runners.stream().filter(r -> r.satisfies(labels)).toList();
  }

  private boolean isBetter(
      long id, @Nullable Assignment best, SimulatedRunner runner, Instant start) {
    if (best == null || start.isBefore(best.start())) {
      return true;
    }
    return start.equals(best.start())
        && noise.unit(id + runner.name()) < noise.unit(id + best.runner().name());
  }

  private ServiceTimeline timeline(SimulatedRunner runner) {
    return Objects.requireNonNull(services.get(runner.name()));
  }

  private JobPlan.Fate fate(RunPlan run, WorkflowTemplate.Job job, Assignment place) {
    Instant start = place.start();
    JobPlan.Course course = course(run, job, start);
    Optional<Instant> cut = timeline(place.runner()).interruptedAfter(start);
    boolean lost = cut.isPresent() && cut.get().isBefore(course.end());
    return new JobPlan.Fate(
        place.runner(),
        start,
        lost ? cut.get() : course.end(),
        lost ? "failure" : course.conclusion(),
        course);
  }

  private JobPlan.Course course(RunPlan run, WorkflowTemplate.Job job, Instant start) {
    String key = run.arrival().key() + "/" + job.name();
    WorkflowTemplate.Odds odds = job.odds();
    long seconds = noise.between(key + "/seconds", odds.minSeconds(), odds.maxSeconds());
    double chance = run.arrival().certain() ? 1 : noise.unit(key + "/chance");
    if (chance >= odds.failureShare() + CANCELLED_SHARE) {
      return new JobPlan.Course(start.plusSeconds(seconds), "success", 0);
    }
    String conclusion = chance < odds.failureShare() ? "failure" : "cancelled";
    int trouble = noise.between(key + "/trouble", 4, job.steps().size() - 2);
    return new JobPlan.Course(start.plusSeconds(seconds * 2 / 3), conclusion, trouble);
  }

  private void follow(RunPlan run, Instant now) {
    for (WorkflowTemplate.Job job : run.arrival().workflow().jobs()) {
      boolean planned = run.job(job.name()).isPresent();
      boolean met =
          job.needs().stream()
              .allMatch(n -> run.job(n).filter(done -> done.completed(now)).isPresent());
      if (planned || !met) {
        continue;
      }
      boolean good =
          job.needs().stream()
              .allMatch(n -> run.job(n).orElseThrow().conclusion().equals("success"));
      Instant next = now.plusSeconds(1);
      if (good) {
        ready(run, job, next);
      } else {
        skip(run, job, next);
      }
    }
    if (run.completed(now.plusSeconds(1))) {
      afterwards(run, now);
    }
  }

  private void skip(RunPlan run, WorkflowTemplate.Job job, Instant when) {
    long id = 27_000_000_000L + run.index() * 10L + run.arrival().workflow().jobs().indexOf(job);
    JobPlan.Fate skipped =
        new JobPlan.Fate(null, when, when, SKIPPED, new JobPlan.Course(when, SKIPPED, 0));
    run.add(new JobPlan(id, run, job, when, false, skipped));
    at(when, () -> follow(run, when));
  }

  private void afterwards(RunPlan run, Instant now) {
    Arrival cause = run.arrival();
    boolean release =
        cause.workflow().equals(WorkflowCatalog.CI)
            && cause.trigger().branch().equals("main")
            && run.conclusion().equals("success");
    if (release) {
      Arrival.Trigger by = cause.trigger();
      Arrival.Trigger trigger =
          new Arrival.Trigger("workflow_run", "main", by.sha(), by.actor(), "Deploy to staging");
      Arrival next =
          new Arrival(
              now.plusSeconds(4),
              WorkflowCatalog.STAGING,
              cause.key() + ">staging",
              trigger,
              false,
              cause.certain());
      at(next.at(), () -> begin(next));
    }
  }
}
