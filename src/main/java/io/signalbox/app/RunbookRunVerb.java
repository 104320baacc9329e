package io.signalbox.app;

import io.signalbox.action.ActionException;
import io.signalbox.action.Intent;
import io.signalbox.action.Verdict;
import io.signalbox.procedure.QueryStep;
import io.signalbox.procedure.RunbookShelf;
import io.signalbox.procedure.Shelved;
import io.signalbox.procedure.StepTargets;
import io.signalbox.profile.Profile;
import io.signalbox.profile.RunnerProfile;
import io.signalbox.runbook.Filled;
import io.signalbox.runbook.Filling;
import io.signalbox.runbook.Placeholder;
import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.Step;
import io.signalbox.runbook.StepKind;
import io.signalbox.runbook.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code signalbox runbook run}: one step of a runbook, on the same road as in the window. */
@Command(
    name = "run",
    description = "Plans one step of a runbook, or runs it.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done and verified; or only planned",
      "1:failed, or done but not as intended",
      "2:bad usage or profile, or no such runbook or step",
      "3:not runnable, not filled in, refused by a rule or not confirmed: nothing was sent",
      "4:outcome unknown",
      "6:done, not verified",
      "75:the journal or the environment's lock is held by another"
    })
final class RunbookRunVerb extends ActionVerb {
  @Parameters(paramLabel = "FILE", description = "A file, or a name from the list.")
  private String file = "";

  @Option(names = "--step", required = true, description = "The step's number, from 1.")
  private int number;

  @Option(names = "--runner", description = "The selected runner's name on GitHub.")
  private @Nullable String runner;

  @Option(names = "--host", description = "The selected host's name in the profile.")
  private @Nullable String host;

  @Option(
      names = "--var",
      paramLabel = "K=V",
      description = "A value for a placeholder; may be repeated.")
  private Map<String, String> values = new LinkedHashMap<>();

  RunbookRunVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int call(Profile profile, CommandLine line) throws InterruptedException {
    Optional<Shelved> found = new RunbookShelf(profile).find(file);
    String wrong = found.isEmpty() ? noRunbook() : usage(profile, found.get().runbook());
    if (!wrong.isEmpty()) {
      line.getErr().println(wrong);
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    Shelved shelved = found.orElseThrow();
    Step step = shelved.runbook().step(number).orElseThrow();
    String selected = selected(profile);
    Map<String, String> filled = filled(profile, step, selected);
    if (!step.runnable()) {
      return refused(line, step.name() + " is not run: " + RunbookJson.reason(step));
    }
    Filled gaps = Filling.fill(step, filled);
    if (!gaps.complete()) {
      return refused(line, step.name() + " is " + gaps.why());
    }
    try (Station station = new Station(profile, surroundings)) {
      return step.kind() == StepKind.SHELL
          ? shell(station, profile, shelved, step, gaps, filled, selected, line)
          : query(station, shelved, step, filled, line);
    }
  }

  private String noRunbook() {
    return "no runbook `" + file + "`: give a file, or a name that `runbook list` shows";
  }

  /** What is wrong with the command line, empty where nothing is. */
  private String usage(Profile environment, Runbook runbook) {
    Optional<Step> step = runbook.step(number);
    if (step.isEmpty()) {
      return "no step "
          + number
          + " in "
          + file
          + ": it has "
          + runbook.steps().size()
          + runbook.problems().stream()
              .map(one -> "; " + one.message())
              .limit(1)
              .collect(Collectors.joining());
    }
    if (runner != null && host != null) {
      return "give --runner or --host, not both";
    }
    if (runner != null && environment.runner(runner).isEmpty()) {
      return "no runner `" + runner + "` in the profile";
    }
    if (host != null && environment.host(host).isEmpty()) {
      return "no host `" + host + "` in the profile";
    }
    List<String> known = step.get().placeholders().stream().map(Placeholder::name).toList();
    for (String key : values.keySet()) {
      if (!known.contains(bare(key))) {
        return "step "
            + number
            + " has no placeholder `"
            + key
            + "`: "
            + (known.isEmpty() ? "it has none" : "it has " + String.join(", ", known));
      }
    }
    return "";
  }

  /** A placeholder may be named with the signs around it, too. */
  private static String bare(String key) {
    return key.replaceFirst("^(<|\\$\\{|\\$|\\[)", "").replaceFirst("[>}\\]]$", "");
  }

  private @Nullable String selected(Profile environment) {
    if (runner == null) {
      return host;
    }
    String machine = environment.runner(runner).map(RunnerProfile::host).orElse("");
    return machine.isEmpty() ? null : machine;
  }

  private Map<String, String> filled(Profile environment, Step step, @Nullable String selected) {
    Map<String, String> all = new LinkedHashMap<>();
    if (runner != null || selected != null) {
      all.putAll(Suggestions.of(environment, Map.of(), runner, selected).values(step));
    }
    values.forEach((key, value) -> all.put(bare(key), value));
    return all;
  }

  private int shell(
      Station station,
      Profile environment,
      Shelved shelved,
      Step step,
      Filled gaps,
      Map<String, String> filled,
      @Nullable String selected,
      CommandLine line)
      throws InterruptedException {
    String target;
    try {
      List<String> hosts = StepTargets.resolve(environment, gaps.targets(), selected);
      if (hosts.size() > 1) {
        return refused(line, "the step is for several hosts: give --host, one of " + hosts);
      }
      target = hosts.getFirst();
    } catch (ActionException e) {
      return refused(line, String.valueOf(e.getMessage()));
    }
    station.start();
    var _ = station.awaitFirstReadings();
    Intent intent = new Intent.RunbookStep(shelved.key(), number, step.hash(), target, filled);
    return new ActionSession(station, surroundings, plans, given, line).carryOut(intent);
  }

  private int query(
      Station station, Shelved shelved, Step step, Map<String, String> filled, CommandLine line)
      throws InterruptedException {
    if (plans.only()) {
      print(line, answered(null, null, null), Filling.fill(step, filled).script() + "\n");
      return ExitCode.OK;
    }
    try {
      QueryStep.Answered answered =
          new QueryStep(station.procedure()).ask(shelved, step, filled, surroundings.actor());
      Verdict verdict = answered.outcome().verdict();
      String error = answered.outcome().error();
      List<String> text = new ArrayList<>();
      answered.answers().forEach(answer -> text.addAll(answer.text()));
      if (error != null) {
        text.add(error);
      }
      print(line, answered(answered, verdict.name(), error), String.join("\n", text) + "\n");
      if (!answered.unrecorded().isEmpty()) {
        line.getErr().println(answered.unrecorded());
      }
      return verdict.exitCode();
    } catch (ActionException e) {
      String words = String.valueOf(e.getMessage());
      print(line, answered(null, Verdict.NOT_RUN.name(), words), words + "\n");
      return ExitCode.NOT_RUN;
    }
  }

  private static ObjectNode answered(
      QueryStep.@Nullable Answered answered, @Nullable String verdict, @Nullable String error) {
    ObjectNode root = RunbookJson.object();
    root.putNull("plan");
    root.putNull("run");
    root.put("verdict", verdict);
    root.putArray("evidence");
    var output = root.putArray("output");
    var result = root.putArray("result");
    if (answered != null) {
      answered.answers().forEach(one -> one.text().forEach(output::add));
      answered.answers().forEach(one -> RunbookJson.answer(result.addObject(), one));
    }
    root.put("error", error);
    return root;
  }

  private int refused(CommandLine line, String why) {
    String words = why + (why.endsWith("nothing was sent") ? "" : "; nothing was sent");
    print(line, answered(null, Verdict.NOT_RUN.name(), words), words + "\n");
    return ExitCode.NOT_RUN;
  }

  private void print(CommandLine line, ObjectNode asJson, String asText) {
    line.getOut().print(given.json() ? RunbookJson.text(asJson) + "\n" : asText);
    line.getOut().flush();
  }
}
