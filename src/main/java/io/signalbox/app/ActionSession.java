package io.signalbox.app;

import io.signalbox.action.ActionException;
import io.signalbox.action.ActionRun;
import io.signalbox.action.Asked;
import io.signalbox.action.Desk;
import io.signalbox.action.Intent;
import io.signalbox.action.Question;
import io.signalbox.action.Verdict;
import io.signalbox.command.RunVerdict;
import io.signalbox.interlock.Approval;
import io.signalbox.interlock.Asking;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.Precondition;
import io.signalbox.snapshot.Subscription;
import io.signalbox.text.SafeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The road of one intent on the command line: plan, confirmation, run, exit code. */
final class ActionSession {
  private static final Set<String> BUSY_ELSEWHERE = Set.of("lock", "unknown-pending");

  private final Station station;
  private final Surroundings surroundings;
  private final PlanOptions plans;
  private final ConfirmOptions given;
  private final CommandLine line;
  private final Map<String, JsonNode> members = new LinkedHashMap<>();
  private String extraWords = "";
  private String answer = Question.STOP;
  private final Extras extras;

  /** What a verb's JSON holds beside what all acting verbs print. */
  interface Extras {
    /** Nothing. */
    Extras NONE = (_, _) -> {};

    /**
     * Adds it.
     *
     * @param run null while nothing was run
     */
    void add(ObjectNode root, @Nullable ActionRun run);
  }

  ActionSession(
      Station station,
      Surroundings surroundings,
      PlanOptions plans,
      ConfirmOptions given,
      CommandLine line) {
    this(station, surroundings, plans, given, line, Extras.NONE);
  }

  ActionSession(
      Station station,
      Surroundings surroundings,
      PlanOptions plans,
      ConfirmOptions given,
      CommandLine line,
      Extras extras) {
    this.extras = extras;
    this.station = station;
    this.surroundings = surroundings;
    this.plans = plans;
    this.given = given;
    this.line = line;
  }

  /** Adds this member to every answer as JSON, and these words before every answer as text. */
  ActionSession with(String name, JsonNode value, String words) {
    members.put(name, value);
    extraWords += words;
    return this;
  }

  /** Answers whatever a run asks by this choice; without one, or where it is not offered: stop. */
  ActionSession answering(String choice) {
    answer = choice;
    return this;
  }

  /** Plans and, if confirmed, carries out. */
  int carryOut(Intent intent) throws InterruptedException {
    Desk desk = station.desk();
    Plan plan;
    try {
      Asking asking = given.prepare(desk);
      plan = ConfirmOptions.await(desk.propose(intent, asking));
    } catch (ActionException e) {
      return refused(null, String.valueOf(e.getMessage()), heldElsewhere());
    }
    if (plans.other(plan.contentHash())) {
      String differs = "the plan is not the one with hash `" + plans.hash() + "`; look at it anew";
      return refused(plan, differs + "; nothing was sent", ExitCode.NOT_RUN);
    }
    if (plans.only()) {
      String error = plan.refused() ? refusals(plan) : null;
      print(json(plan, null, null, error), RunText.plan(plan));
      return plan.refused() ? ExitCode.NOT_RUN : ExitCode.OK;
    }
    CrashPoint.INTENT.pass();
    if (plan.draft().mutating() && station.journalHeldByAnother()) {
      return refused(plan, desk.whyReadOnly() + "; nothing was sent", ExitCode.HELD_BY_ANOTHER);
    }
    if (plan.refused()) {
      return refused(plan, given.notWaivable().orElse(refusals(plan)), refusal(plan));
    }
    ConfirmOptions.Confirmed confirmed = given.confirm(desk, plan, surroundings.clock().instant());
    Approval approval = confirmed.approval();
    return approval == null ? notConfirmed(plan, confirmed) : approve(desk, plan, approval);
  }

  /** Says that nothing was run, and why. */
  int notRun(String why) {
    return refused(null, why, ExitCode.NOT_RUN);
  }

  /** Says that nothing was run, and that what was asked about is not known. */
  int unknown(String why) {
    print(json(null, null, Verdict.UNKNOWN.name(), why), why + "\n");
    return Verdict.UNKNOWN.exitCode();
  }

  private int heldElsewhere() {
    return station.journalHeldByAnother() ? ExitCode.HELD_BY_ANOTHER : ExitCode.NOT_RUN;
  }

  /** Only somebody else's run stands in the way: that is another matter than a rule against it. */
  private static int refusal(Plan plan) {
    List<String> rules = plan.refusals().stream().map(Precondition::rule).toList();
    boolean held = rules.contains("lock") && BUSY_ELSEWHERE.containsAll(rules);
    return held ? ExitCode.HELD_BY_ANOTHER : ExitCode.NOT_RUN;
  }

  /** Nothing was sent, and why; prints it and gives the exit code back. */
  int refused(@Nullable Plan plan, String why, int code) {
    print(
        json(plan, null, Verdict.NOT_RUN.name(), why),
        (plan == null ? "" : RunText.plan(plan)) + why + "\n");
    return code;
  }

  private int notConfirmed(Plan plan, ConfirmOptions.Confirmed confirmed) {
    String why = confirmed.words();
    print(
        json(plan, null, Verdict.NOT_RUN.name(), why, confirmed.asked()),
        RunText.plan(plan) + why + "\n");
    return ExitCode.NOT_RUN;
  }

  private int approve(Desk desk, Plan plan, Approval approval) throws InterruptedException {
    LiveText live = new LiveText(line.getOut());
    try (Subscription _ = desk.onRun(run -> watch(run, live))) {
      ActionRun run = desk.approve(plan, approval).get();
      String error = run.error();
      print(
          json(plan, run, run.verdict().name(), error),
          RunText.ending(run) + (error == null ? "" : error + "\n"));
      return lockLost(run) ? ExitCode.HELD_BY_ANOTHER : run.verdict().exitCode();
    } catch (ExecutionException e) {
      String words = words(e.getCause());
      print(json(plan, null, Verdict.UNKNOWN.name(), words), words + "\n");
      return Verdict.UNKNOWN.exitCode();
    }
  }

  private String json(
      @Nullable Plan plan,
      @Nullable ActionRun run,
      @Nullable String verdict,
      @Nullable String error) {
    return json(plan, run, verdict, error, null);
  }

  private String json(
      @Nullable Plan plan,
      @Nullable ActionRun run,
      @Nullable String verdict,
      @Nullable String error,
      @Nullable Asked asked) {
    ObjectNode root = RunJson.tree(plan, run, verdict, error, asked);
    extras.add(root, run);
    members.forEach(root::set);
    return RunJson.text(root);
  }

  private void watch(ActionRun run, LiveText live) {
    if (!given.json()) {
      live.show(run);
    }
    Question question = run.question();
    if (question != null && !station.desk().answer(run.id(), question.id(), answer)) {
      station.desk().answer(run.id(), question.id(), Question.STOP);
    }
    CrashPoint.pass(run);
  }

  private static boolean lockLost(ActionRun run) {
    return run.verdict() == Verdict.NOT_RUN
        && run.evidence().stream().anyMatch(proof -> proof.what().equals(RunVerdict.LOCK));
  }

  private static String refusals(Plan plan) {
    return ConfirmOptions.refusals(plan) + "; nothing was sent";
  }

  private static String words(@Nullable Throwable cause) {
    if (cause instanceof ActionException refusal && refusal.getMessage() != null) {
      return refusal.getMessage();
    }
    return "unexpected: " + cause;
  }

  private void print(String asJson, String asText) {
    line.getOut().print(given.json() ? asJson + "\n" : SafeText.exact(extraWords + asText));
    line.getOut().flush();
  }
}
