package io.signalbox.app;

import io.signalbox.action.ActionException;
import io.signalbox.action.ActionRun;
import io.signalbox.action.Desk;
import io.signalbox.action.Intent;
import io.signalbox.action.Verdict;
import io.signalbox.interlock.Approval;
import io.signalbox.interlock.Asking;
import io.signalbox.interlock.Plan;
import io.signalbox.profile.Profile;
import io.signalbox.snapshot.Snapshot;
import java.util.Optional;
import java.util.concurrent.Callable;
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

  @Mixin private ConfirmOptions confirm = new ConfirmOptions();

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
    Optional<String> mistake = confirm.mistake();
    if (mistake.isPresent()) {
      line.getErr().println(mistake.get());
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
    Plan plan;
    try {
      Asking asking = confirm.prepare(desk);
      plan = ConfirmOptions.await(desk.propose(intent, asking));
    } catch (ActionException e) {
      String words = String.valueOf(e.getMessage());
      print(line, RunJson.text(null, null, Verdict.NOT_RUN.name(), words), words + "\n");
      return ExitCode.NOT_RUN;
    }
    if (planOnly) {
      String error = plan.refused() ? ConfirmOptions.refusals(plan) + "; nothing was sent" : null;
      print(line, RunJson.text(plan, null, null, error), RunText.plan(plan));
      return plan.refused() ? ExitCode.NOT_RUN : ExitCode.OK;
    }
    ConfirmOptions.Confirmed confirmed =
        confirm.confirm(desk, plan, surroundings.clock().instant());
    Approval approval = confirmed.approval();
    if (approval == null) {
      String not = Verdict.NOT_RUN.name();
      print(
          line,
          RunJson.text(plan, null, not, confirmed.words(), confirmed.asked()),
          RunText.plan(plan) + confirmed.words() + "\n");
      return ExitCode.NOT_RUN;
    }
    return approve(desk, plan, approval, line);
  }

  private int approve(Desk desk, Plan plan, Approval approval, CommandLine line)
      throws InterruptedException {
    try {
      ActionRun run = ConfirmOptions.await(desk.approve(plan, approval));
      String error = run.error();
      print(
          line,
          RunJson.text(plan, run, run.verdict().name(), error),
          RunText.run(run) + (error == null ? "" : error + "\n"));
      return run.verdict().exitCode();
    } catch (ActionException e) {
      String words = String.valueOf(e.getMessage());
      print(line, RunJson.text(plan, null, Verdict.UNKNOWN.name(), words), words + "\n");
      return Verdict.UNKNOWN.exitCode();
    }
  }

  private void print(CommandLine line, String asJson, String asText) {
    line.getOut().print(json ? asJson + "\n" : asText);
    line.getOut().flush();
  }
}
