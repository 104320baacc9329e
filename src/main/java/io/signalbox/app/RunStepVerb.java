package io.signalbox.app;

import io.signalbox.action.ActionException;
import io.signalbox.action.ActionRun;
import io.signalbox.action.Desk;
import io.signalbox.action.Intent;
import io.signalbox.action.Verdict;
import io.signalbox.interlock.Approval;
import io.signalbox.interlock.Plan;
import io.signalbox.profile.Profile;
import io.signalbox.snapshot.Snapshot;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code signalbox run-step}: one step on a runner's host, on the same road as in the window. */
@Command(
    name = "run-step",
    description = "Plans one step on a runner's host, or carries it out.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done and verified; or only planned",
      "1:failed",
      "2:bad usage or profile",
      "3:refused by a rule, read-only or not confirmed: nothing was sent",
      "4:outcome unknown",
      "6:done, not verified"
    })
final class RunStepVerb implements Callable<Integer> {
  private final Surroundings surroundings;
  @Spec private @Nullable CommandSpec spec;
  @Mixin private ProfileOption profile = new ProfileOption();

  @Option(names = "--runner", required = true, description = "The runner's name on GitHub.")
  private String runner = "";

  @Option(
      names = "--step",
      required = true,
      description = "check-service (reads only) or restart-service.")
  private String step = "";

  @Option(names = "--plan", description = "Only print the plan.")
  private boolean planOnly;

  @Option(names = "--confirm", paramLabel = "TARGET", description = "The plan's confirm text.")
  private String confirm = "";

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; goes to the journal.")
  private String reason = "";

  @Option(names = "--unlock", description = "Unlock a read-only profile for this run only.")
  private boolean unlock;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  RunStepVerb(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    CommandLine line = Console.of(spec);
    Optional<Intent> intent = intent();
    if (intent.isEmpty()) {
      line.getErr().println("unknown step `" + step + "`: use check-service or restart-service");
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    Optional<Profile> read = profile.read(surroundings.folders().home(), line.getErr());
    if (read.isEmpty()) {
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    if (unlock && reason.isBlank()) {
      line.getErr().println("--unlock needs --reason TEXT: it goes to the journal");
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    try (Station station = new Station(read.get(), surroundings)) {
      station.start();
      Snapshot seen = station.awaitFirstReadings();
      if (seen.runner(runner).isEmpty()) {
        line.getErr().println("no runner `" + runner + "` in the profile or on GitHub");
        return ExitCode.BAD_USAGE_OR_PROFILE;
      }
      return carryOut(station.desk(), intent.get(), line);
    }
  }

  private Optional<Intent> intent() {
    return switch (step) {
      case "check-service" -> Optional.of(new Intent.CheckService(runner));
      case "restart-service" -> Optional.of(new Intent.RestartService(runner));
      default -> Optional.empty();
    };
  }

  private int carryOut(Desk desk, Intent intent, CommandLine line) throws InterruptedException {
    if (unlock) {
      desk.unlock(reason);
    }
    Plan plan;
    try {
      plan = desk.propose(intent).get();
    } catch (ExecutionException e) {
      String words = words(e.getCause());
      print(line, RunJson.text(null, null, Verdict.NOT_RUN.name(), words), words + "\n");
      return ExitCode.NOT_RUN;
    }
    if (planOnly) {
      String error = plan.refused() ? refusals(plan) : null;
      print(line, RunJson.text(plan, null, null, error), RunText.plan(plan));
      return plan.refused() ? ExitCode.NOT_RUN : ExitCode.OK;
    }
    String objection = objection(plan);
    if (objection != null) {
      print(
          line,
          RunJson.text(plan, null, Verdict.NOT_RUN.name(), objection),
          RunText.plan(plan) + objection + "\n");
      return ExitCode.NOT_RUN;
    }
    return approve(desk, plan, line);
  }

  private int approve(Desk desk, Plan plan, CommandLine line) throws InterruptedException {
    Approval approval =
        new Approval(plan.hash(), confirm, reason, desk.actor(), surroundings.clock().instant());
    try {
      ActionRun run = desk.approve(plan, approval).get();
      String error = run.error();
      print(
          line,
          RunJson.text(plan, run, run.verdict().name(), error),
          RunText.run(run) + (error == null ? "" : error + "\n"));
      return run.verdict().exitCode();
    } catch (ExecutionException e) {
      String words = words(e.getCause());
      print(line, RunJson.text(plan, null, Verdict.UNKNOWN.name(), words), words + "\n");
      return Verdict.UNKNOWN.exitCode();
    }
  }

  private @Nullable String objection(Plan plan) {
    if (plan.refused()) {
      return refusals(plan);
    }
    if (plan.tier().level() >= 2 && !confirm.equals(plan.confirmText())) {
      String given = confirm.isEmpty() ? "nothing" : "`" + confirm + "`";
      return "not confirmed: --confirm has to be `%s`, not %s; nothing was sent"
          .formatted(plan.confirmText(), given);
    }
    if (plan.tier().typed() && reason.isBlank()) {
      return "not confirmed: --reason TEXT is missing; nothing was sent";
    }
    return null;
  }

  private static String refusals(Plan plan) {
    StringBuilder text = new StringBuilder();
    plan.preconditions().stream()
        .filter(rule -> rule.refuses())
        .forEach(
            rule ->
                text.append(text.isEmpty() ? "refused by " : "; ")
                    .append(rule.rule())
                    .append(": ")
                    .append(rule.observed()));
    return text + "; nothing was sent";
  }

  private static String words(@Nullable Throwable cause) {
    if (cause instanceof ActionException refusal && refusal.getMessage() != null) {
      return refusal.getMessage();
    }
    return "unexpected: " + cause;
  }

  private void print(CommandLine line, String asJson, String asText) {
    line.getOut().print(json ? asJson + "\n" : asText);
    line.getOut().flush();
  }
}
