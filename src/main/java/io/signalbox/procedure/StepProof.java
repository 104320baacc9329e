package io.signalbox.procedure;

import io.signalbox.action.ActionException;
import io.signalbox.action.Evidence;
import io.signalbox.action.Evidence.Result;
import io.signalbox.action.Outcome;
import io.signalbox.action.Verdict;
import io.signalbox.runbook.QueryAnswer;
import io.signalbox.runbook.Verify;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds what a step's author declared as proof against what was seen. */
final class StepProof {
  private static final String WHAT = "Verify";

  private final QueryPort queries;
  private final Clock clock;

  StepProof(QueryPort queries, Clock clock) {
    this.queries = queries;
    this.clock = clock;
  }

  /**
   * Judges a step that ended.
   *
   * @param code its exit code
   * @param lines its output
   * @param proven what its exit code 0 alone is worth
   */
  Outcome judge(@Nullable Verify verify, int code, List<String> lines, Verdict proven, Heard heard)
      throws InterruptedException {
    if (verify instanceof Verify.ExitCode wanted) {
      boolean holds = wanted.code() == code;
      return says(heard, holds, "exit code " + code + ", wanted " + wanted.code());
    }
    if (code != 0) {
      return new Outcome(Verdict.FAILED, words(code));
    }
    return switch (verify) {
      case null -> Outcome.of(proven);
      case Verify.Output output -> {
        boolean holds = lines.stream().anyMatch(line -> output.pattern().matcher(line).find());
        yield says(
            heard,
            holds,
            (holds ? "a line" : "no line") + " of its output has " + output.pattern());
      }
      case Verify.PromQl query -> promql(query, heard);
      case Verify.Command _ -> Outcome.of(proven);
      case Verify.ExitCode _ -> Outcome.of(proven);
    };
  }

  static String words(int code) {
    return switch (code) {
      case 124, 137 -> "it took longer than it may and was ended (exit code " + code + ")";
      case 127 -> "a command in it is not installed there (exit code 127)";
      default -> "it ended with exit code " + code;
    };
  }

  private Outcome promql(Verify.PromQl query, Heard heard) throws InterruptedException {
    try {
      QueryAnswer answer = queries.promql(query.expression());
      boolean holds =
          !answer.now().isEmpty() && answer.now().stream().noneMatch(one -> one.value() == 0);
      return says(heard, holds, String.join("; ", answer.text()));
    } catch (ActionException | NotAnsweredException e) {
      heard.evidence(
          new Evidence(WHAT, Result.NOT_READABLE, String.valueOf(e.getMessage()), clock.instant()));
      return new Outcome(Verdict.SUCCEEDED_UNVERIFIED, e.getMessage());
    }
  }

  private Outcome says(Heard heard, boolean holds, String observed) {
    heard.evidence(
        new Evidence(WHAT, holds ? Result.PROVED : Result.DISPROVED, observed, clock.instant()));
    return holds
        ? Outcome.of(Verdict.SUCCEEDED_VERIFIED)
        : new Outcome(Verdict.FAILED_VERIFY, "the step's verification does not hold: " + observed);
  }
}
