package io.signalbox.action;

import io.signalbox.interlock.Approval;
import io.signalbox.interlock.Plan;
import io.signalbox.journal.JournalException;
import io.signalbox.journal.Phase;
import io.signalbox.model.GuardrailReading;
import io.signalbox.text.StyledLine;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A run while it runs: takes reports, replaces the immutable run, tells of each change. */
final class LiveRun implements Progress {
  private final ActionLog log;
  private final Clock clock;
  private final Consumer<ActionRun> onChange;
  private final OutputLog output;
  private ActionRun run;
  private boolean started;
  private String head = "";
  private final List<GuardrailReading> watched = new ArrayList<>();
  private @Nullable Question question;
  private @Nullable String answer;

  LiveRun(
      Plan plan,
      Approval approval,
      List<String> steps,
      ActionLog log,
      Clock clock,
      Consumer<ActionRun> onChange) {
    this.log = log;
    this.output = log.output();
    this.clock = clock;
    this.onChange = onChange;
    this.run =
        new ActionRun(
            plan.id(),
            plan,
            approval.actor(),
            approval.reason(),
            clock.instant(),
            null,
            Verdict.RUNNING,
            steps.stream().map(step -> new RunStep(step, null, null, null)).toList(),
            List.of(),
            List.of(),
            null);
    onChange.accept(run);
  }

  synchronized ActionRun run() {
    return run;
  }

  /** True once it is on record that sending began: from here on "nothing was sent" is not known. */
  synchronized boolean sendingBegan() {
    return started;
  }

  @Override
  public synchronized void begin(String step) {
    end(Verdict.SUCCEEDED_VERIFIED);
    List<RunStep> steps = new ArrayList<>(run.steps());
    RunStep begun = new RunStep(step, clock.instant(), null, null);
    int queued = indexOf(steps, step);
    if (queued < 0) {
      steps.add(begun);
    } else {
      steps.set(queued, begun);
    }
    change(steps, run.evidence());
  }

  private static int indexOf(List<RunStep> steps, String name) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).name().equals(name) && steps.get(i).startedAt() == null) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public synchronized void end(Verdict verdict) {
    List<RunStep> steps = new ArrayList<>(run.steps());
    for (int i = 0; i < steps.size(); i++) {
      RunStep step = steps.get(i);
      if (step.startedAt() != null && step.verdict() == null) {
        steps.set(i, new RunStep(step.name(), step.startedAt(), clock.instant(), verdict));
        record(step.name(), verdict);
      }
    }
    change(steps, run.evidence());
  }

  /** The start is on record already, and the outcome will be: a step between may be missing. */
  private void record(String step, Verdict verdict) {
    try {
      log.write(run.plan(), Phase.STEP, Map.of("step", step), verdict.name());
    } catch (JournalException e) {
      if (run.plan().draft().mutating()) {
        output(true, "the step \"" + step + "\" could not be recorded: " + e.getMessage());
      }
    }
  }

  @Override
  public synchronized void output(boolean error, String text) {
    output.add(new OutputLine(clock.instant(), error, text));
    change(run.steps(), run.evidence());
  }

  @Override
  public synchronized void styled(boolean error, StyledLine line) {
    output.add(new OutputLine(clock.instant(), error, line.text(), line.spans()));
    change(run.steps(), run.evidence());
  }

  @Override
  public synchronized void evidence(Evidence evidence) {
    List<Evidence> all = new ArrayList<>(run.evidence());
    int known = all.stream().map(Evidence::what).toList().indexOf(evidence.what());
    if (known < 0) {
      all.add(evidence);
    } else {
      all.set(known, evidence);
    }
    change(run.steps(), List.copyOf(all));
  }

  @Override
  public synchronized void started() throws ActionException {
    try {
      head = log.started(run.plan()).hash();
      started = true;
    } catch (JournalException e) {
      if (run.plan().draft().mutating()) {
        throw new ActionException("nothing was sent: " + e.getMessage());
      }
      output(true, "this look is not on record: " + e.getMessage());
      started = true;
    }
  }

  @Override
  public synchronized String actor() {
    return run.actor();
  }

  @Override
  public synchronized String reason() {
    return run.reason();
  }

  @Override
  public synchronized String journalHead() {
    return head;
  }

  @Override
  public String journal() {
    return log.journal();
  }

  @Override
  public void settled(String other, Outcome outcome) {
    try {
      String words = outcome.error() == null ? "" : outcome.error();
      boolean _ =
          log.settle(
              other,
              Phase.OUTCOME,
              Map.of("error", words, "by", run().id()),
              outcome.verdict().name());
    } catch (ActionException | JournalException e) {
      output(true, "the outcome of run " + other + " could not be recorded: " + e.getMessage());
    }
  }

  @Override
  public synchronized void watched(GuardrailReading reading) {
    watched.add(reading);
    change(run.steps(), run.evidence());
  }

  @Override
  public synchronized void record(String what, Map<String, String> facts) throws ActionException {
    Map<String, String> params = new LinkedHashMap<>(facts);
    params.put("step", what);
    try {
      log.write(run.plan(), Phase.STEP, params, "");
    } catch (JournalException e) {
      throw new ActionException("nothing more was changed: " + e.getMessage());
    }
  }

  @Override
  public synchronized String ask(Question asked) throws InterruptedException {
    question = asked;
    answer = null;
    change(run.steps(), run.evidence());
    try {
      while (answer == null) {
        wait();
      }
      return answer;
    } finally {
      question = null;
      answer = null;
      change(run.steps(), run.evidence());
    }
  }

  /** Answers the open question; false where it is not this one, or not offered. */
  synchronized boolean answer(String id, String choice) {
    if (question == null || !question.id().equals(id) || !question.offers(choice)) {
      return false;
    }
    answer = choice;
    notifyAll();
    return true;
  }

  /**
   * The end; nothing changes afterwards.
   *
   * @param recorded called once the outcome is on record, before anybody hears of it
   */
  synchronized ActionRun ended(Outcome outcome, Runnable recorded) {
    end(outcome.verdict());
    Instant now = clock.instant();
    String error = outcome.error();
    try {
      log.outcome(run, outcome);
    } catch (JournalException e) {
      if (run.plan().draft().mutating()) {
        error =
            (error == null ? "" : error + "; ") + "the outcome is not on record: " + e.getMessage();
      }
    }
    recorded.run();
    run = with(run.steps(), run.evidence(), now, outcome.verdict(), error);
    onChange.accept(run);
    return run;
  }

  private void change(List<RunStep> steps, List<Evidence> evidence) {
    run = with(List.copyOf(steps), evidence, null, Verdict.RUNNING, null);
    onChange.accept(run);
  }

  private ActionRun with(
      List<RunStep> steps,
      List<Evidence> evidence,
      @Nullable Instant endedAt,
      Verdict verdict,
      @Nullable String error) {
    return new ActionRun(
        run.id(),
        run.plan(),
        run.actor(),
        run.reason(),
        run.startedAt(),
        endedAt,
        verdict,
        steps,
        output.view(),
        evidence,
        List.copyOf(watched),
        question,
        error);
  }
}
