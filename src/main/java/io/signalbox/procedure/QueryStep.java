package io.signalbox.procedure;

import io.signalbox.action.ActionException;
import io.signalbox.action.Outcome;
import io.signalbox.action.Verdict;
import io.signalbox.runbook.Filled;
import io.signalbox.runbook.Filling;
import io.signalbox.runbook.QueryAnswer;
import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.Step;
import io.signalbox.runbook.StepKind;
import io.signalbox.runbook.Verify;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks what a PromQL or LogQL step asks. It changes nothing and takes no plan. Blocks. */
public final class QueryStep {
  private final ProcedureSetup setup;

  /** For a profile's runbooks and sources. */
  public QueryStep(ProcedureSetup setup) {
    this.setup = setup;
  }

  /**
   * What was answered.
   *
   * @param outcome verified unless a declared proof does not hold
   */
  public record Answered(List<QueryAnswer> answers, Outcome outcome) {
    /** Copies the list. */
    public Answered {
      answers = List.copyOf(answers);
    }
  }

  /**
   * Asks.
   *
   * @throws ActionException where it cannot be asked: what, why and what to do
   */
  public Answered ask(Runbook runbook, Step step, Map<String, String> values, String actor)
      throws ActionException, InterruptedException {
    boolean query = step.kind() == StepKind.PROMQL || step.kind() == StepKind.LOGQL;
    if (!query || !step.runnable()) {
      throw new ActionException(step.name() + " is no query: " + ReadyStep.whyNot(step));
    }
    Filled filled = Filling.fill(step, values);
    if (!filled.complete()) {
      throw new ActionException(step.name() + ": " + filled.why());
    }
    var obstacle = setup.progress().load(runbook).obstacle(runbook, step);
    if (obstacle.isPresent()) {
      throw new ActionException(step.name() + ": " + obstacle.get());
    }
    Clock clock = setup.command().clock();
    StepBook book = new StepBook(setup.progress(), clock);
    book.begun(runbook, step, actor, "", "");
    List<QueryAnswer> answers = new ArrayList<>();
    Outcome outcome = new Outcome(Verdict.FAILED, "it was not answered");
    try {
      for (String expression : filled.script().split("\n")) {
        answers.add(
            step.kind() == StepKind.PROMQL
                ? setup.queries().promql(expression)
                : setup.queries().logql(expression));
      }
      outcome = judge(step, answers);
      return new Answered(answers, outcome);
    } finally {
      book.ended(runbook, step, outcome, lines(answers));
    }
  }

  private static List<String> lines(List<QueryAnswer> answers) {
    return answers.stream().flatMap(answer -> answer.text().stream()).toList();
  }

  private Outcome judge(Step step, List<QueryAnswer> answers)
      throws ActionException, InterruptedException {
    boolean holds =
        switch (step.declared().verify()) {
          case null -> true;
          case Verify.Output output ->
              lines(answers).stream().anyMatch(line -> output.pattern().matcher(line).find());
          case Verify.PromQl query -> {
            QueryAnswer proof = setup.queries().promql(query.expression());
            yield !proof.now().isEmpty() && proof.now().stream().noneMatch(one -> one.value() == 0);
          }
          case Verify.ExitCode _, Verify.Command _ -> true;
        };
    return holds
        ? Outcome.of(Verdict.SUCCEEDED_VERIFIED)
        : new Outcome(Verdict.FAILED_VERIFY, "the step's verification does not hold");
  }
}
