package io.signalbox.procedure;

import io.signalbox.action.ActionException;
import io.signalbox.action.Intent;
import io.signalbox.action.Look;
import io.signalbox.action.Outcome;
import io.signalbox.action.Verdict;
import io.signalbox.runbook.Filled;
import io.signalbox.runbook.Filling;
import io.signalbox.runbook.QueryAnswer;
import io.signalbox.runbook.Step;
import io.signalbox.runbook.StepKind;
import io.signalbox.runbook.StepState;
import io.signalbox.runbook.Verify;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks what a PromQL or LogQL step asks. It changes nothing and takes no plan; that it was asked is
 * put on record where the journal can be written, and is asked also where it cannot. Blocks.
 */
public final class QueryStep {
  private static final int RECORDED = 2000;

  private final ProcedureSetup setup;

  /** For a profile's runbooks and sources. */
  public QueryStep(ProcedureSetup setup) {
    this.setup = setup;
  }

  /**
   * What was answered.
   *
   * @param outcome verified unless a query was not answered, or a declared proof does not hold
   * @param unrecorded why it is not on record, or not kept; empty where it is
   */
  public record Answered(List<QueryAnswer> answers, Outcome outcome, String unrecorded) {
    /** Copies the list. */
    public Answered {
      answers = List.copyOf(answers);
    }

    /** As the step stands by it. */
    public StepState state() {
      return StepBook.state(outcome.verdict());
    }
  }

  /**
   * Asks. A query that is not answered does not keep the others from being asked.
   *
   * @throws ActionException where it cannot be asked: what, why and what to do
   */
  public Answered ask(Shelved shelved, Step step, Map<String, String> values, String actor)
      throws ActionException, InterruptedException {
    boolean query = step.kind() == StepKind.PROMQL || step.kind() == StepKind.LOGQL;
    if (!query || !step.runnable()) {
      throw new ActionException(step.name() + " is no query: " + ReadyStep.whyNot(step));
    }
    Filled filled = Filling.fill(step, values);
    if (!filled.complete()) {
      throw new ActionException(step.name() + ": " + filled.why());
    }
    Verify verify = ReadyStep.verify(step, values);
    var obstacle =
        setup.progress().load(shelved.key(), shelved.runbook()).obstacle(shelved.runbook(), step);
    if (obstacle.isPresent()) {
      throw new ActionException(step.name() + ": " + obstacle.get());
    }
    Clock clock = setup.command().clock();
    StepBook book = new StepBook(setup.progress(), clock, shelved, step, "");
    book.begun(actor, "", List.of());
    List<QueryAnswer> answers = new ArrayList<>();
    Outcome outcome = new Outcome(Verdict.NOT_RUN, "it was not asked");
    String unkept = "";
    try {
      outcome = all(step, verify, filled.script().lines().toList(), answers);
    } finally {
      unkept = book.ended(outcome, lines(answers));
    }
    String unrecorded = setup.looks().looked(look(shelved, step, filled, actor, answers, outcome));
    String both = unrecorded + (unrecorded.isEmpty() || unkept.isEmpty() ? "" : "; ") + unkept;
    return new Answered(answers, outcome, both);
  }

  private Outcome all(
      Step step, @Nullable Verify verify, List<String> expressions, List<QueryAnswer> answers)
      throws ActionException, InterruptedException {
    List<String> failed = new ArrayList<>();
    for (String expression : expressions) {
      try {
        answers.add(
            step.kind() == StepKind.PROMQL
                ? setup.queries().promql(expression)
                : setup.queries().logql(expression));
      } catch (NotAnsweredException e) {
        failed.add(expressions.size() == 1 ? e.words() : expression + ": " + e.words());
      }
    }
    return failed.isEmpty()
        ? judge(verify, answers)
        : new Outcome(Verdict.FAILED, String.join("; ", failed));
  }

  private static Look look(
      Shelved shelved,
      Step step,
      Filled filled,
      String actor,
      List<QueryAnswer> answers,
      Outcome outcome) {
    Map<String, String> params = new LinkedHashMap<>();
    params.put("step", step.name() + " of " + shelved.runbook().path());
    params.put("runbook", shelved.key());
    params.put("query", filled.script());
    params.put("by", actor);
    String said = String.join("\n", lines(answers));
    params.put("answer", said.length() > RECORDED ? said.substring(0, RECORDED) + "…" : said);
    if (outcome.error() != null) {
      params.put("error", outcome.error());
    }
    return new Look(Intent.RunbookStep.VERB, step.kind().word(), params, outcome.verdict().name());
  }

  private static List<String> lines(List<QueryAnswer> answers) {
    return answers.stream().flatMap(answer -> answer.text().stream()).toList();
  }

  private Outcome judge(@Nullable Verify verify, List<QueryAnswer> answers)
      throws InterruptedException {
    if (verify instanceof Verify.PromQl query) {
      return proof(query);
    }
    boolean holds =
        !(verify instanceof Verify.Output output)
            || lines(answers).stream().anyMatch(line -> output.pattern().matcher(line).find());
    return holds
        ? Outcome.of(Verdict.SUCCEEDED_VERIFIED)
        : new Outcome(Verdict.FAILED_VERIFY, "the step's verification does not hold");
  }

  private Outcome proof(Verify.PromQl query) throws InterruptedException {
    try {
      QueryAnswer proof = setup.queries().promql(query.expression());
      boolean holds =
          !proof.now().isEmpty() && proof.now().stream().noneMatch(one -> one.value() == 0);
      return holds
          ? Outcome.of(Verdict.SUCCEEDED_VERIFIED)
          : new Outcome(
              Verdict.FAILED_VERIFY,
              "the step's verification does not hold: " + String.join("; ", proof.text()));
    } catch (ActionException | NotAnsweredException e) {
      return new Outcome(
          Verdict.SUCCEEDED_UNVERIFIED, "its verification was not answered: " + e.getMessage());
    }
  }
}
