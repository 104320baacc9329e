package io.signalbox.app;

import io.signalbox.action.ActionException;
import io.signalbox.action.Answer;
import io.signalbox.action.Asked;
import io.signalbox.action.Desk;
import io.signalbox.interlock.Approval;
import io.signalbox.interlock.Asking;
import io.signalbox.interlock.Interlock;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.Precondition;
import io.signalbox.interlock.RuleOverride;
import io.signalbox.interlock.Second;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What an operator gives on the command line in place of the card, alike for every acting verb. */
final class ConfirmOptions {
  @Option(names = "--confirm", paramLabel = "TARGET", description = "The plan's confirm text.")
  private String confirm = "";

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; goes to the journal.")
  private String reason = "";

  @Option(names = "--unlock", description = "Unlock a read-only profile for this run only.")
  private boolean unlock;

  @Option(
      names = "--override",
      paramLabel = "RULE",
      description = "Set a refusing rule aside, in the highest tier; may be repeated.")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--approval",
      paramLabel = "REQUEST",
      description = "Go on with a request that a second person has approved: its path or id.")
  private String approval = "";

  @Option(
      names = "--break-glass",
      paramLabel = "NAME",
      description = "In place of a second person: the environment's name. Listed for review.")
  private String breakGlass = "";

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  /**
   * What came of asking for the confirmation.
   *
   * @param approval null where it is not confirmed
   * @param words why not
   * @param asked what a second person was asked, null where nobody was
   */
  record Confirmed(@Nullable Approval approval, String words, @Nullable Asked asked) {
    static Confirmed not(String words) {
      return new Confirmed(null, words + "; nothing was sent", null);
    }
  }

  String reason() {
    return reason;
  }

  /** True where the plan is to be carried out. */
  boolean confirming() {
    return !confirm.isEmpty();
  }

  boolean json() {
    return json;
  }

  /** True, and said so, when something is asked for that needs a reason, without one. */
  boolean reasonMissing(PrintWriter err) {
    String needing =
        unlock
            ? "--unlock"
            : !overrides.isEmpty() ? "--override" : !breakGlass.isEmpty() ? "--break-glass" : "";
    boolean missing = !needing.isEmpty() && reason.isBlank();
    if (missing) {
      err.println(needing + " needs --reason TEXT: it goes to the journal");
    }
    return missing;
  }

  /**
   * Unlocks if asked to, and says what the plan is to be made with.
   *
   * @throws ActionException where it cannot: with words for the operator
   */
  Asking prepare(Desk desk) throws ActionException, InterruptedException {
    if (unlock) {
      try {
        desk.unlock(reason);
      } catch (IllegalArgumentException | IllegalStateException e) {
        throw new ActionException(String.valueOf(e.getMessage()));
      }
    }
    List<RuleOverride> asked =
        overrides.stream().map(rule -> new RuleOverride(rule, reason)).toList();
    if (approval.isEmpty()) {
      return Asking.overriding(asked);
    }
    Plan approved =
        await(desk.requested(approval))
            .orElseThrow(
                () ->
                    new ActionException(
                        "there is no request " + approval + " where this profile keeps them"));
    return new Asking(asked.isEmpty() ? approved.overrides() : asked, approved);
  }

  /** Waits for the desk; what it could not do comes with its words. */
  static <T> T await(CompletableFuture<T> future) throws ActionException, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw cause instanceof ActionException known
          ? known
          : new ActionException("unexpected: " + cause);
    }
  }

  /** Confirms a plan, asking a second person where one is needed and not there yet. */
  Confirmed confirm(Desk desk, Plan plan, Instant now) throws InterruptedException {
    String objection = objection(plan);
    if (objection != null) {
      return Confirmed.not(objection);
    }
    Optional<String> another;
    try {
      another = another(desk, plan);
    } catch (ActionException e) {
      return Confirmed.not(String.valueOf(e.getMessage()));
    }
    if (another.isPresent()) {
      return Confirmed.not(another.get());
    }
    Approval alone = new Approval(plan.hash(), confirm, reason, desk.actor(), now);
    if (!desk.secondNeed(plan).needed()) {
      return new Confirmed(alone, "", null);
    }
    if (!breakGlass.isEmpty()) {
      String environment = desk.secondNeed(plan).environment();
      return breakGlass.equals(environment)
          ? new Confirmed(alone.with(new Second.BreakGlass(breakGlass)), "", null)
          : Confirmed.not("--break-glass has to be `" + environment + "`");
    }
    try {
      return approval.isEmpty() ? ask(desk, plan) : answered(desk, plan, alone);
    } catch (ActionException e) {
      return Confirmed.not(String.valueOf(e.getMessage()));
    }
  }

  private Confirmed ask(Desk desk, Plan plan) throws ActionException, InterruptedException {
    Asked asked = await(desk.askSecond(plan, reason));
    String words =
        """
        a second person has to approve until %s; nothing was sent
          request  %s
          they run %s
          or       %s%s
          then     run this again with --approval %s
          alone    --break-glass %s, which is listed for review\
        """
            .formatted(
                asked.deadline(),
                asked.path(),
                asked.command(),
                asked.byHand(),
                asked.onGithub().isEmpty()
                    ? ""
                    : "\n  or       " + asked.onGithub() + "   and another approves that run",
                plan.id(),
                desk.secondNeed(plan).environment());
    return new Confirmed(null, words, asked);
  }

  private Confirmed answered(Desk desk, Plan plan, Approval alone)
      throws ActionException, InterruptedException {
    Answer answer = await(desk.secondAnswer(plan));
    return answer.state() == Answer.State.APPROVED
        ? new Confirmed(alone.with(answer.second()), "", null)
        : Confirmed.not("not approved: " + answer.words());
  }

  /** Why a request that was named is not for this plan, whether it needs a second person or not. */
  private Optional<String> another(Desk desk, Plan plan)
      throws ActionException, InterruptedException {
    if (approval.isEmpty()) {
      return Optional.empty();
    }
    Plan approved = await(desk.requested(approval)).orElse(plan);
    return approved.hash().equals(plan.hash())
        ? Optional.empty()
        : Optional.of(
            now(approved, plan)
                + ": this is not the plan that was asked for; run it without --approval to ask"
                + " anew");
  }

  private static String now(Plan approved, Plan plan) {
    return plan.createdAt().isAfter(approved.expiresAt())
        ? "the deadline passed at " + approved.expiresAt()
        : "what it rests on has changed";
  }

  /** Names what was to be overridden but cannot be; empty where there is none. */
  Optional<String> notWaivable() {
    return overrides.stream()
        .filter(rule -> !Interlock.waivable(rule))
        .findFirst()
        .map(rule -> rule + " is no rule that can be overridden");
  }

  private @Nullable String objection(Plan plan) {
    Optional<String> waived = notWaivable();
    if (waived.isPresent()) {
      return waived.get();
    }
    if (plan.tier().level() >= 2 && !confirm.equals(plan.confirmText())) {
      String given = confirm.isEmpty() ? "nothing" : "`" + confirm + "`";
      return "not confirmed: --confirm has to be `%s`, not %s".formatted(plan.confirmText(), given);
    }
    if (plan.tier().typed() && reason.isBlank()) {
      return "not confirmed: --reason TEXT is missing";
    }
    return null;
  }

  /** Every rule that refuses, with what it saw. */
  static String refusals(Plan plan) {
    StringBuilder text = new StringBuilder();
    for (Precondition rule : plan.refusals()) {
      text.append(text.isEmpty() ? "refused by " : "; ")
          .append(rule.rule())
          .append(": ")
          .append(rule.observed());
    }
    return text.toString();
  }
}
