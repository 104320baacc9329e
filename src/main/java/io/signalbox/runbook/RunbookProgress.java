package io.signalbox.runbook;

import io.signalbox.model.Spoken;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where somebody working through a runbook stands. Immutable: every change gives a new one. It
 * knows no clock and keeps nothing by itself; {@link ProgressStore} does.
 *
 * @param runbook the runbook's path
 * @param paused nothing runs until it is taken up again
 * @param records by step number; a step that nothing was done with is not in it
 */
public record RunbookProgress(String runbook, boolean paused, Map<Integer, StepRecord> records) {
  /** Copies the records, in the order of the steps. */
  public RunbookProgress {
    records = Collections.unmodifiableMap(new TreeMap<>(records));
  }

  /** At the beginning. */
  public static RunbookProgress fresh(Runbook runbook) {
    return new RunbookProgress(runbook.path(), false, Map.of());
  }

  /** What became of a step; nothing, where it was edited since. */
  public StepRecord record(Step step) {
    StepRecord found = records.getOrDefault(step.number(), StepRecord.NONE);
    return found.hash().equals(step.hash()) ? found : StepRecord.NONE;
  }

  /** Where a step stands. */
  public StepState state(Step step) {
    return record(step).state();
  }

  /** True where something is on record of a step with this number that reads otherwise by now. */
  public boolean edited(Step step) {
    StepRecord found = records.get(step.number());
    return found != null && !found.hash().isEmpty() && !found.hash().equals(step.hash());
  }

  /** Why a step may not run now; empty when it may. */
  public Optional<String> obstacle(Runbook runbook, Step step) {
    if (paused) {
      return Optional.of("this runbook is paused: take it up again first");
    }
    if (state(step) == StepState.RUNNING) {
      return Optional.of("it is running");
    }
    for (int need : step.declared().needs()) {
      StepState state = runbook.step(need).map(this::state).orElse(StepState.PENDING);
      if (!state.done()) {
        return Optional.of("it needs step " + need + ", which is " + state.word());
      }
    }
    return runbook
        .step(step.number() - 1)
        .filter(before -> before.declared().verify() != null)
        .filter(before -> state(before) == StepState.FAILED || state(before) == StepState.UNKNOWN)
        .map(
            before ->
                "step "
                    + before.number()
                    + " before it declares a verification and is "
                    + state(before).word()
                    + ": run that again, or skip it with a reason");
  }

  /** What is asked before a step is run once more; empty where it never ran. */
  public Optional<String> again(Step step, Instant now) {
    StepRecord found = record(step);
    Instant ended = found.endedAt();
    if (ended == null || found.state() == StepState.SKIPPED) {
      return Optional.empty();
    }
    String how =
        switch (found.state()) {
          case OK -> "ran OK ";
          case UNVERIFIED -> "ran, not verified, ";
          case FAILED -> "failed ";
          default -> "ran with an unknown outcome ";
        };
    return Optional.of(
        how
            + Spoken.duration(Duration.between(ended, now))
            + " ago by "
            + found.by()
            + (found.target().isEmpty() ? "" : " on " + found.target())
            + ", run again?");
  }

  /** The first step in order that can be run and was neither run well nor skipped. */
  public Optional<Step> next(Runbook runbook) {
    return runbook.steps().stream()
        .filter(Step::runnable)
        .filter(step -> !state(step).done() && state(step) != StepState.SKIPPED)
        .findFirst();
  }

  /** A step begins. */
  public RunbookProgress begun(Step step, String by, Instant at, String target, String run) {
    return with(
        step,
        new StepRecord(StepState.RUNNING, step.hash(), by, at, null, target, run, "", List.of()));
  }

  /** A step has ended. */
  public RunbookProgress ended(
      Step step, StepState state, Instant at, String words, List<String> output) {
    StepRecord open = record(step);
    return with(
        step,
        new StepRecord(
            state,
            step.hash(),
            open.by(),
            open.at(),
            at,
            open.target(),
            open.run(),
            words,
            output));
  }

  /**
   * A step is left out.
   *
   * @throws IllegalArgumentException for a blank reason
   */
  public RunbookProgress skipped(Step step, String by, Instant at, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("say why the step is skipped");
    }
    return with(
        step,
        new StepRecord(
            StepState.SKIPPED, step.hash(), by, at, at, "", "", reason.strip(), List.of()));
  }

  /** A step stands at its beginning again. */
  public RunbookProgress retried(Step step) {
    Map<Integer, StepRecord> changed = new TreeMap<>(records);
    changed.remove(step.number());
    return new RunbookProgress(runbook, paused, changed);
  }

  /** Paused, or taken up again. */
  public RunbookProgress paused(boolean now) {
    return new RunbookProgress(runbook, now, records);
  }

  /** As it is after a restart of the console: how what ran then ended is not known here. */
  public RunbookProgress afterRestart() {
    Map<Integer, StepRecord> changed = new TreeMap<>(records);
    changed.replaceAll(
        (_, found) ->
            found.state() == StepState.RUNNING
                ? new StepRecord(
                    StepState.UNKNOWN,
                    found.hash(),
                    found.by(),
                    found.at(),
                    found.at(),
                    found.target(),
                    found.run(),
                    "the console ended while it ran",
                    found.output())
                : found);
    return new RunbookProgress(runbook, paused, changed);
  }

  private RunbookProgress with(Step step, StepRecord record) {
    Map<Integer, StepRecord> changed = new TreeMap<>(records);
    changed.put(step.number(), record);
    return new RunbookProgress(runbook, paused, changed);
  }
}
