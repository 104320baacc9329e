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
    JobPlan.Fate fate = job.fate();
    if (fate == null || fate.runner() == null || fate.startedAt().isAfter(t)) {
      return List.of();
    }
    Instant started = fate.startedAt();
    double[] ends = shares(job, fate.course(), noise);
    long millis = Duration.between(started, fate.course().end()).toMillis();
    List<StepPlan> steps = new ArrayList<>();
    Instant from = started;
    for (int i = 0; i < ends.length; i++) {
      Instant to = started.plusMillis((long) (millis * ends[i]));
      String conclusion = conclusion(job, fate.course(), i + 1);
      StepPlan planned = new StepPlan(i + 1, name(job, i + 1), "completed", conclusion, from, to);
      steps.add(planned.at(t, fate.completedAt()));
      from = to;
    }
    return steps;
  }

  /** This step as it looks at {@code t}, in a job that ended, or was cut, at {@code jobEnd}. */
  private StepPlan at(Instant t, Instant jobEnd) {
    boolean cut = !jobEnd.isAfter(t) && completedAt != null && completedAt.isAfter(jobEnd);
    if (cut) {
      boolean begun = startedAt != null && startedAt.isBefore(jobEnd);
      return begun
          ? new StepPlan(number, name, "completed", "failure", startedAt, jobEnd)
          : new StepPlan(number, name, "completed", "skipped", jobEnd, jobEnd);
    }
    if (startedAt != null && startedAt.isAfter(t)) {
      return new StepPlan(number, name, "queued", null, null, null);
    }
    if (completedAt != null && completedAt.isAfter(t)) {
      return new StepPlan(number, name, "in_progress", null, startedAt, null);
    }
    return this;
  }

  private static String name(JobPlan job, int number) {
    return job.template().steps().get(number - 1);
  }

  private static String conclusion(JobPlan job, JobPlan.Course course, int number) {
    boolean after = course.troubleStep() > 0 && number > course.troubleStep();
    boolean framing = number > job.template().steps().size() - 2;
    if (number == course.troubleStep()) {
      return course.conclusion();
    }
    if (name(job, number).equals(RunPlan.ON_FAILURE_ONLY)) {
      return after && course.conclusion().equals("failure") ? "success" : "skipped";
    }
    return after && !framing ? "skipped" : "success";
  }

  /** Where each step ends, as a share of the job; a skipped step takes no time. */
  private static double[] shares(JobPlan job, JobPlan.Course course, Noise noise) {
    double[] ends = new double[job.template().steps().size()];
    double sum = 0;
    for (int i = 0; i < ends.length; i++) {
      boolean framing = i < 2 || i >= ends.length - 2;
      double own = 0.4 + noise.unit(job.id() + "/step/" + i) * (i % 3 == 0 ? 3 : 1.5);
      boolean skipped = conclusion(job, course, i + 1).equals("skipped");
      sum += skipped ? 0 : framing ? 0.08 : own;
      ends[i] = sum;
    }
    for (int i = 0; i < ends.length; i++) {
      ends[i] = i == ends.length - 1 ? 1 : ends[i] / sum;
    }
    return ends;
  }
}
