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
  private final Map<String, LabelTimeline> labels;
  private final List<Instant> labelsChange = new ArrayList<>();
  private final Map<List<String>, List<SimulatedRunner>> fitting = new HashMap<>();
  private final Map<String, Instant> freeFrom = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<RunPlan> runs = new ArrayList<>();
  private final PriorityQueue<Moment> moments =
      new PriorityQueue<>(Comparator.comparing(Moment::at).thenComparing(Moment::order));
  private int order;

  JobScheduler(
      Noise noise,
      List<SimulatedRunner> runners,
      Map<String, ServiceTimeline> services,
      Map<String, LabelTimeline> labels) {
    this.labels = labels;
    this.noise = noise;
    this.runners = runners;
    this.services = services;
  }

  JobSchedule run(List<Arrival> arrivals, List<FleetEvent> events) {
    for (FleetEvent event : events) {
      switch (event) {
        case FleetEvent.LabelsSet set -> labelsChange.add(set.at());
        case FleetEvent.RunCancelled cut -> at(cut.at(), () -> cancel(cut));
        case FleetEvent.RunAgain again -> at(again.at(), () -> again(again));
        default -> {}
      }
    }
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

  private void cancel(FleetEvent.RunCancelled event) {
    find(event.run())
        .ifPresent(
            run -> {
              run.cancel(event.at()).forEach(job -> free(job, event.at().plusSeconds(3)));
              Instant end = event.at().plusSeconds(1);
              for (WorkflowTemplate.Job job : run.arrival().workflow().jobs()) {
                if (run.job(job.name()).isEmpty()) {
                  JobPlan never = new JobPlan(id(run, job), run, job, end, false, null);
                  run.add(never.cancelled(event.at()));
                }
              }
            });
  }

  /** Whoever had it, or was to have it next, is free again. */
  private void free(JobPlan job, Instant from) {
    SimulatedRunner runner = job.runner();
    if (runner != null && Objects.equals(freeFrom.get(runner.name()), job.completedAt())) {
      freeFrom.put(runner.name(), from);
    }
  }

  private void again(FleetEvent.RunAgain event) {
    find(event.run())
        .ifPresent(
            run -> {
              run.again(event.at(), event.failedOnly());
              Instant ready = event.at().plusSeconds(1);
              for (WorkflowTemplate.Job job : run.arrival().workflow().jobs()) {
                boolean met = job.needs().stream().allMatch(need -> run.job(need).isPresent());
                if (run.job(job.name()).isEmpty() && met) {
                  at(ready, () -> ready(run, job, ready));
                }
              }
            });
  }

  private Optional<RunPlan> find(long id) {
    return runs.stream().filter(run -> run.id() == id).findFirst();
  }

  private static long id(RunPlan run, WorkflowTemplate.Job job) {
    return 27_000_000_000L
        + (run.attempt() - 1) * 1_000_000_000L
        + run.index() * 10L
        + run.arrival().workflow().jobs().indexOf(job);
  }

  private void ready(RunPlan run, WorkflowTemplate.Job job, Instant ready) {
    decide(run, job, ready, ready, run.cuts());
  }

  /** A job that would begin after labels change is decided again then: not before is it known. */
  private void decide(RunPlan run, WorkflowTemplate.Job job, Instant ready, Instant now, int cuts) {
    if (run.cuts() != cuts) {
      return;
    }
    long id = id(run, job);
    boolean waits = run.arrival().needsApproval() && job.environment() != null;
    Assignment place = waits ? null : assign(id, job, now);
    Instant change = labelsChange.stream().filter(t -> t.isAfter(now)).findFirst().orElse(null);
    if (!waits && change != null && (place == null || place.start().isAfter(change))) {
      at(change, () -> decide(run, job, ready, change, cuts));
      return;
    }
    if (place == null) {
      run.add(new JobPlan(id, run, job, ready, waits, null));
      return;
    }
    JobPlan.Fate fate = fate(run, job, place);
    run.add(new JobPlan(id, run, job, ready, false, fate));
    freeFrom.put(place.runner().name(), fate.completedAt());
    at(fate.completedAt(), () -> follow(run, fate.completedAt(), cuts));
  }

  private record Assignment(SimulatedRunner runner, Instant start) {}

  private @Nullable Assignment assign(long id, WorkflowTemplate.Job job, Instant ready) {
    Duration pickUp = Duration.ofMillis(noise.between(id + "/pick-up", 1_800, 6_500));
    Assignment best = null;
    for (SimulatedRunner runner : fitting(job.labels(), ready)) {
      Instant free = freeFrom.getOrDefault(runner.name(), Instant.MIN);
      Instant from = free.isAfter(ready) ? free : ready;
      Optional<Instant> start = timeline(runner).readyFrom(from).map(t -> t.plus(pickUp));
      if (start.isPresent() && isBetter(id, best, runner, start.get())) {
        best = new Assignment(runner, start.get());
      }
    }
    return best;
  }

  private List<SimulatedRunner> fitting(List<String> wanted, Instant t) {
    List<String> key = new ArrayList<>(wanted);
    long epoch = labelsChange.stream().filter(change -> !change.isAfter(t)).count();
    key.add(Long.toString(epoch));
    return fitting.computeIfAbsent(
        key, _ -> runners.stream().filter(r -> satisfies(r, wanted, t)).toList());
  }

  private boolean satisfies(SimulatedRunner runner, List<String> wanted, Instant t) {
    return Objects.requireNonNull(labels.get(runner.name())).satisfies(wanted, t);
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

  private void follow(RunPlan run, Instant now, int cuts) {
    if (run.cuts() != cuts) {
      return;
    }
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
    JobPlan.Fate skipped =
        new JobPlan.Fate(null, when, when, SKIPPED, new JobPlan.Course(when, SKIPPED, 0));
    run.add(new JobPlan(id(run, job), run, job, when, false, skipped));
    at(when, () -> follow(run, when, run.cuts()));
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
