package io.signalbox.app;

import io.signalbox.action.Intent;
import io.signalbox.action.Look;
import io.signalbox.procedure.Shelved;
import io.signalbox.runbook.RunbookProgress;
import io.signalbox.runbook.Step;
import io.signalbox.runbook.StepState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signalbox runbook skip}, {@code pause} and {@code resume}: they run nothing. */
abstract class RunbookWorkVerb extends ChosenRunbookVerb {
  private RunbookWorkVerb(Surroundings surroundings) {
    super(surroundings);
  }

  /** What is wrong with the command line, empty where nothing is. */
  abstract String wrong(Shelved shelved, RunbookProgress now);

  abstract RunbookProgress change(Shelved shelved, RunbookProgress now);

  /** What is put on record of it. */
  abstract Look look(Shelved shelved);

  @Override
  int call(RunbookChoice.Chosen chosen, CommandLine line) {
    Shelved shelved = chosen.shelved();
    try (Station station = new Station(chosen.profile(), surroundings)) {
      var setup = station.procedure();
      RunbookProgress before = setup.progress().load(shelved.key(), shelved.runbook());
      String wrong = wrong(shelved, before);
      if (!wrong.isEmpty()) {
        line.getErr().println(wrong);
        return ExitCode.BAD_USAGE_OR_PROFILE;
      }
      RunbookProgress after =
          setup
              .progress()
              .change(shelved.key(), shelved.runbook(), progress -> change(shelved, progress));
      String unrecorded = setup.looks().looked(look(shelved));
      if (!unrecorded.isEmpty()) {
        line.getErr().println(unrecorded);
      }
      if (!after.note().isEmpty()) {
        line.getErr().println(after.note());
      }
      line.getOut().print(print(new ProgressView(shelved, after, surroundings.clock().instant())));
      return ExitCode.OK;
    } catch (IllegalStateException e) {
      line.getErr().println(e.getMessage());
      return ExitCode.FAILED;
    } finally {
      line.getOut().flush();
      line.getErr().flush();
    }
  }

  private static Map<String, String> params(Shelved shelved, String step) {
    Map<String, String> params = new LinkedHashMap<>();
    params.put("step", step + " of " + shelved.runbook().path());
    params.put("runbook", shelved.key());
    return params;
  }

  /** Leaves a step out. */
  @Command(
      name = "skip",
      description = "Leaves a step of a runbook out, with a reason that is kept with it.",
      exitCodeListHeading = "Exit codes:%n",
      exitCodeList = {
        "0:it is kept as skipped",
        "1:the disk did not take it",
        "2:bad usage or profile, or no such runbook or step"
      })
  static final class Skip extends RunbookWorkVerb {
    @Option(names = "--step", required = true, description = "The step's number, from 1.")
    private int number;

    @Option(
        names = "--reason",
        required = true,
        paramLabel = "TEXT",
        description = "Why; kept with the step and in the journal.")
    private String reason = "";

    Skip(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    String wrong(Shelved shelved, RunbookProgress now) {
      Optional<Step> step = shelved.runbook().step(number);
      if (step.isEmpty()) {
        return "no step " + number + ": it has " + shelved.runbook().steps().size();
      }
      if (!step.get().runnable()) {
        return step.get().name() + " is not run anyway: " + RunbookJson.reason(step.get());
      }
      if (now.state(step.get()) == StepState.RUNNING) {
        return step.get().name() + " is running: wait for its end, or abort it";
      }
      return reason.isBlank() ? "--reason is empty: say why the step is skipped" : "";
    }

    @Override
    RunbookProgress change(Shelved shelved, RunbookProgress now) {
      Step step = shelved.runbook().step(number).orElseThrow();
      Surroundings here = surroundings;
      return now.skipped(step, here.actor(), here.clock().instant(), reason);
    }

    @Override
    Look look(Shelved shelved) {
      Map<String, String> params =
          params(shelved, shelved.runbook().step(number).orElseThrow().name());
      params.put("by", surroundings.actor());
      params.put("reason", reason.strip());
      return new Look(Intent.RunbookStep.VERB, "skip", params, "skipped");
    }
  }

  /** Holds everything of a runbook. */
  @Command(
      name = "pause",
      description = "Holds the work on a runbook: nothing of it runs until it is resumed.",
      exitCodeListHeading = "Exit codes:%n",
      exitCodeList = {"0:it is paused", "1:the disk did not take it", "2:bad usage or profile"})
  static final class Pause extends Hold {
    Pause(Surroundings surroundings) {
      super(surroundings, true);
    }
  }

  /** Takes it up again. */
  @Command(
      name = "resume",
      description = "Takes the work on a runbook up again where it was left.",
      exitCodeListHeading = "Exit codes:%n",
      exitCodeList = {"0:it goes on", "1:the disk did not take it", "2:bad usage or profile"})
  static final class Resume extends Hold {
    Resume(Surroundings surroundings) {
      super(surroundings, false);
    }
  }

  private abstract static class Hold extends RunbookWorkVerb {
    private final boolean paused;

    Hold(Surroundings surroundings, boolean paused) {
      super(surroundings);
      this.paused = paused;
    }

    @Override
    String wrong(Shelved shelved, RunbookProgress now) {
      return "";
    }

    @Override
    RunbookProgress change(Shelved shelved, RunbookProgress now) {
      return now.paused(paused);
    }

    @Override
    Look look(Shelved shelved) {
      String word = paused ? "paused" : "resumed";
      Map<String, String> params = params(shelved, word);
      params.put("by", surroundings.actor());
      return new Look(Intent.RunbookStep.VERB, word, params, word);
    }
  }
}
