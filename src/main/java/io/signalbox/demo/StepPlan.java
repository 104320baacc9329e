package io.signalbox.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a job as it looks at an instant. */
record StepPlan(
    int number,
    String name,
    String status,
    @Nullable String conclusion,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt) {

  /** The steps of a job at {@code t}: none before it started, all numbered from 1 afterwards. */
  static List<StepPlan> of(JobPlan job, Instant t, Noise noise) {
    Instant started = job.startedAt();
    Instant ended = job.completedAt();
    if (started == null || ended == null || started.isAfter(t)) {
      return List.of();
    }
    List<String> names = job.template().steps();
    double[] ends = shares(job, names, noise);
    long millis = Duration.between(started, ended).toMillis();
    List<StepPlan> steps = new ArrayList<>();
    Instant from = started;
    for (int i = 0; i < names.size(); i++) {
      Instant to = started.plusMillis((long) (millis * ends[i]));
      steps.add(step(job, i + 1, from, to, t));
      from = to;
    }
    return steps;
  }

  private static StepPlan step(JobPlan job, int number, Instant from, Instant to, Instant t) {
    String name = job.template().steps().get(number - 1);
    String conclusion = conclusion(job, number);
    if (from.isAfter(t)) {
      return new StepPlan(number, name, "queued", null, null, null);
    }
    if (to.isAfter(t)) {
      return new StepPlan(number, name, "in_progress", null, from, null);
    }
    return new StepPlan(number, name, "completed", conclusion, from, to);
  }

  private static String conclusion(JobPlan job, int number) {
    String name = job.template().steps().get(number - 1);
    boolean after = job.troubleStep() > 0 && number > job.troubleStep();
    boolean framing = number > job.template().steps().size() - 2;
    if (number == job.troubleStep()) {
      return job.conclusion();
    }
    if (name.equals(RunPlan.ON_FAILURE_ONLY)) {
      boolean deployFailed = after && job.conclusion().equals("failure");
      return deployFailed ? "success" : "skipped";
    }
    return after && !framing ? "skipped" : "success";
  }

  /** Where each step ends, as a share of the job; a skipped step takes no time. */
  private static double[] shares(JobPlan job, List<String> names, Noise noise) {
    double[] ends = new double[names.size()];
    double sum = 0;
    for (int i = 0; i < ends.length; i++) {
      boolean framing = i < 2 || i >= ends.length - 2;
      double own = 0.4 + noise.unit(job.id() + "/step/" + i) * (i % 3 == 0 ? 3 : 1.5);
      boolean skipped = conclusion(job, i + 1).equals("skipped");
      sum += skipped ? 0 : framing ? 0.08 : own;
      ends[i] = sum;
    }
    for (int i = 0; i < ends.length; i++) {
      ends[i] = i == ends.length - 1 ? 1 : ends[i] / sum;
    }
    return ends;
  }
}
