package io.signalbox.runbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Where somebody working through a runbook stands. Immutable: every change gives a new one. It
 * knows no clock and keeps nothing by itself; {@link ProgressStore} does.
 *
 * @param runbook the runbook's path
 * @param paused nothing runs until it is taken up again
 * @param records by step number, one per machine, the one begun last at the end; a step that
 *     nothing was done with is not in it
 * @param note what the operator should know of how it was kept, empty for nothing
 */
public record RunbookProgress(
    String runbook, boolean paused, Map<Integer, List<StepRecord>> records, String note) {
  /** Copies the records, in the order of the steps. */
  public RunbookProgress {
    Map<Integer, List<StepRecord>> copy = new TreeMap<>();
    records.forEach((step, found) -> copy.put(step, List.copyOf(found)));
    records = Collections.unmodifiableMap(copy);
  }

  /** At the beginning. */
  public static RunbookProgress fresh(Runbook runbook) {
    return new RunbookProgress(runbook.path(), false, Map.of(), "");
  }

  /** What became of a step on each of its machines; nothing, where it was edited since. */
  public List<StepRecord> records(Step step) {
    return records.getOrDefault(step.number(), List.of()).stream()
        .filter(found -> found.hash().equals(step.hash()))
        .toList();
  }

  /** What was done with a step last; nothing, where it was edited since. */
  public StepRecord record(Step step) {
    List<StepRecord> found = records(step);
    return found.isEmpty() ? StepRecord.NONE : found.getLast();
  }

  /** What became of a step on one machine; nothing, where it was edited since. */
  public StepRecord record(Step step, String host) {
    return records(step).stream()
        .filter(found -> found.target().equals(host) && !skips(found))
        .findFirst()
        .orElse(StepRecord.NONE);
  }

  /** Where a step stands: done only when it is on every machine that it was for last. */
  public StepState state(Step step) {
    StepRecord last = record(step);
    if (last.state() == StepState.SKIPPED || last.hosts().size() < 2) {
      return last.state();
    }
    List<StepState> all = last.hosts().stream().map(host -> record(step, host).state()).toList();
    for (StepState worst : List.of(StepState.RUNNING, StepState.UNKNOWN, StepState.FAILED)) {
      if (all.contains(worst)) {
        return worst;
      }
    }
    if (all.stream().allMatch(StepState::done)) {
      return all.contains(StepState.UNVERIFIED) ? StepState.UNVERIFIED : StepState.OK;
    }
    return all.stream().anyMatch(StepState::done) ? StepState.HALF : StepState.PENDING;
  }

  /** The machines that a step is still to be done on, of those it was for last. */
  public List<String> missing(Step step) {
    return record(step).hosts().stream()
        .filter(host -> !record(step, host).state().done())
        .toList();
  }

  /** True where something is on record of a step with this number that reads otherwise by now. */
  public boolean edited(Step step) {
    return records(step).isEmpty() && !records.getOrDefault(step.number(), List.of()).isEmpty();
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
      Optional<Step> needed = runbook.step(need);
      StepState state = needed.map(this::state).orElse(StepState.PENDING);
      if (!state.done()) {
        List<String> missing = needed.map(this::missing).orElse(List.of());
        return Optional.of(
            "it needs step "
                + need
                + ", which is "
                + state.word()
                + (state == StepState.HALF ? ": not on " + String.join(", ", missing) : ""));
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
    return StepWords.again(this, step, now);
  }

  /** The first step in order that can be run and was neither run well nor skipped. */
  public Optional<Step> next(Runbook runbook) {
    return runbook.steps().stream()
        .filter(Step::runnable)
        .filter(step -> !state(step).done() && state(step) != StepState.SKIPPED)
        .findFirst();
  }

  /** A step begins where it is for one machine alone, or for none. */
  public RunbookProgress begun(Step step, String by, Instant at, String target, String run) {
    return begun(step, by, at, target, run, target.isEmpty() ? List.of() : List.of(target));
  }

  /**
   * A step begins on one of its machines.
   *
   * @param hosts all that it is for
   */
  public RunbookProgress begun(
      Step step, String by, Instant at, String target, String run, List<String> hosts) {
    return with(
        step,
        new StepRecord(
            StepState.RUNNING, step.hash(), by, at, null, target, run, "", List.of(), hosts));
  }

  /** What was begun last has ended. */
  public RunbookProgress ended(
      Step step, StepState state, Instant at, String words, List<String> output) {
    return ended(step, record(step).target(), state, at, words, output);
  }

  /** A step has ended on one of its machines. */
  public RunbookProgress ended(
      Step step, String target, StepState state, Instant at, String words, List<String> output) {
    StepRecord ended = record(step, target).hashed(step.hash()).ended(state, at, words, output);
    List<StepRecord> found = new ArrayList<>(records(step));
    found.replaceAll(one -> one.target().equals(target) && !skips(one) ? ended : one);
    return found.contains(ended) ? with(step.number(), found) : with(step, ended);
  }

  /** What was begun on one machine was not sent: it stands there as it stood before. */
  public RunbookProgress withdrawn(Step step, String target, StepRecord before) {
    List<StepRecord> found = new ArrayList<>(records(step));
    found.removeIf(one -> one.target().equals(target));
    if (!before.equals(StepRecord.NONE)) {
      found.add(before);
      found.sort(Comparator.comparing(one -> one.at() == null ? Instant.EPOCH : one.at()));
    }
    return with(step.number(), found);
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
            StepState.SKIPPED,
            step.hash(),
            by,
            at,
            at,
            "",
            "",
            reason.strip(),
            List.of(),
            List.of()));
  }

  /** A skipped step is taken up again, with what was done before it was skipped. */
  public RunbookProgress retried(Step step) {
    List<StepRecord> found = new ArrayList<>(records(step));
    boolean skipped = found.removeIf(one -> one.state() == StepState.SKIPPED);
    return with(step.number(), skipped ? found : List.of());
  }

  /** Paused, or taken up again. */
  public RunbookProgress paused(boolean now) {
    return new RunbookProgress(runbook, now, records, note);
  }

  /** With something that the operator should know. */
  public RunbookProgress noted(String words) {
    return new RunbookProgress(runbook, paused, records, words);
  }

  /** As it is for a console that did not begin what runs: how that ended is not known to it. */
  public RunbookProgress afterRestart() {
    return mapped(
        found ->
            found.state() == StepState.RUNNING
                ? found.ended(
                    StepState.UNKNOWN,
                    found.at() == null ? Instant.EPOCH : found.at(),
                    "begun by a console that ended, or that is another one; how it ended is not"
                        + " known here"
                        + (found.run().isEmpty()
                            ? ""
                            : ". If it changed something, its host keeps it as run " + found.run()),
                    found.output())
                : found);
  }

  /** With the records of a console that knew steps by other hashes. */
  public RunbookProgress fromBefore(Runbook now) {
    Map<Integer, List<StepRecord>> known = new TreeMap<>(records);
    for (Step step : now.steps()) {
      String before = StepHash.before(step);
      known.computeIfPresent(
          step.number(),
          (_, all) ->
              all.stream()
                  .map(one -> one.hash().equals(before) ? one.hashed(step.hash()) : one)
                  .toList());
    }
    return new RunbookProgress(runbook, paused, known, note);
  }

  /** Machines that anything is on record of for a step, in the order in which they began. */
  public List<String> hosts(Step step) {
    Set<String> hosts = new LinkedHashSet<>(record(step).hosts());
    records(step).stream()
        .map(StepRecord::target)
        .filter(host -> !host.isEmpty())
        .forEach(hosts::add);
    return List.copyOf(hosts);
  }

  private RunbookProgress mapped(UnaryOperator<StepRecord> each) {
    Map<Integer, List<StepRecord>> changed = new TreeMap<>(records);
    changed.replaceAll((_, found) -> found.stream().map(each).toList());
    return new RunbookProgress(runbook, paused, changed, note);
  }

  private RunbookProgress with(Step step, StepRecord record) {
    List<StepRecord> found = new ArrayList<>(records(step));
    found.removeIf(one -> skips(one) || (!skips(record) && one.target().equals(record.target())));
    found.add(record);
    return with(step.number(), found);
  }

  private static boolean skips(StepRecord record) {
    return record.state() == StepState.SKIPPED;
  }

  private RunbookProgress with(int step, List<StepRecord> found) {
    Map<Integer, List<StepRecord>> changed = new TreeMap<>(records);
    if (found.isEmpty()) {
      changed.remove(step);
    } else {
      changed.put(step, found);
    }
    return new RunbookProgress(runbook, paused, changed, note);
  }
}
