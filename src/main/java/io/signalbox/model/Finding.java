package io.signalbox.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something the operator should know, with its evidence and the next step.
 *
 * @param id stable kind, e.g. {@code runner-offline}
 * @param title one sentence: what is wrong, with what, for how long
 * @param evidence how that is known, with numbers
 * @param nextStep what to do next, in words
 * @param runner the runner it is about, null where it is about something else
 * @param steps what can be pressed, the best first
 */
public record Finding(
    String id,
    Severity severity,
    String title,
    String evidence,
    String nextStep,
    @Nullable String runner,
    List<NextStep> steps) {
  /** Copies the list. */
  public Finding {
    steps = List.copyOf(steps);
  }

  /** With nothing to press but the runner's details. */
  public Finding(
      String id,
      Severity severity,
      String title,
      String evidence,
      String nextStep,
      @Nullable String runner) {
    this(id, severity, title, evidence, nextStep, runner, List.of());
  }

  /** With one more step to press. */
  public Finding with(NextStep step) {
    List<NextStep> more = new ArrayList<>(steps);
    more.add(step);
    return new Finding(id, severity, title, evidence, nextStep, runner, more);
  }
}
