package io.signalbox.app;

import io.signalbox.procedure.Shelved;
import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.RunbookProgress;
import io.signalbox.runbook.Step;
import io.signalbox.runbook.StepRecord;
import io.signalbox.runbook.StepState;
import io.signalbox.runbook.StepWords;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where the work on a runbook stands, as JSON and as text. */
record ProgressView(Shelved shelved, RunbookProgress progress, Instant now) {
  ObjectNode json() {
    ObjectNode root = RunbookJson.object();
    Runbook runbook = shelved.runbook();
    root.put("path", runbook.path());
    root.put("file", shelved.key());
    root.put("title", runbook.title());
    root.put("paused", progress.paused());
    root.put("done", count(true));
    root.put("runnable", count(false));
    Integer next = progress.next(runbook).map(Step::number).orElse(null);
    root.put("next", next);
    root.put("note", empty(progress.note()));
    ArrayNode steps = root.putArray("steps");
    for (Step step : runbook.steps()) {
      ObjectNode node = steps.addObject();
      node.put("step", step.number());
      node.put("line", step.line());
      node.put("heading", step.heading());
      node.put("runnable", step.runnable());
      node.put("obstacle", step.runnable() ? obstacle(step) : RunbookJson.reason(step));
      state(node, step, progress);
      node.put("again", progress.again(step, now).orElse(null));
      ArrayNode output = node.putArray("output");
      progress.record(step).output().forEach(output::add);
    }
    return root;
  }

  private @Nullable String obstacle(Step step) {
    return progress.obstacle(shelved.runbook(), step).orElse(null);
  }

  private long count(boolean done) {
    return shelved.runbook().steps().stream()
        .filter(Step::runnable)
        .filter(step -> !done || progress.state(step).done())
        .count();
  }

  /** A step's state: of all of its machines, of what was done last, and of each machine. */
  static void state(ObjectNode node, Step step, RunbookProgress progress) {
    StepRecord last = progress.record(step);
    node.put("state", progress.state(step).word());
    what(node, last);
    ArrayNode missing = node.putArray("missing");
    progress.missing(step).forEach(missing::add);
    ArrayNode hosts = node.putArray("hosts");
    for (String host : progress.hosts(step)) {
      StepRecord found = progress.record(step, host);
      ObjectNode one = hosts.addObject();
      one.put("host", host);
      one.put("state", found.state().word());
      what(one, found);
      ArrayNode output = one.putArray("output");
      found.output().forEach(output::add);
    }
  }

  private static void what(ObjectNode node, StepRecord found) {
    node.put("by", empty(found.by()));
    node.put("at", time(found.at()));
    node.put("endedAt", time(found.endedAt()));
    node.put("target", empty(found.target()));
    node.put("run", empty(found.run()));
    node.put("words", empty(found.words()));
  }

  private static @Nullable String empty(String words) {
    return words.isEmpty() ? null : words;
  }

  private static @Nullable String time(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  String text() {
    StringBuilder out = new StringBuilder(shelved.runbook().title());
    out.append(progress.paused() ? "  paused" : "");
    out.append("  %d of %d done%n".formatted(count(true), count(false)));
    for (Step step : shelved.runbook().steps()) {
      if (step.runnable()) {
        out.append("  %3d  %-18s %s%n".formatted(step.number(), word(step), words(step)));
      }
    }
    return out.toString();
  }

  private String word(Step step) {
    StepState state = progress.state(step);
    return state == StepState.PENDING && progress.edited(step) ? "edited since" : state.word();
  }

  private String words(Step step) {
    StepRecord last = progress.record(step);
    String words =
        last.state() == StepState.SKIPPED
            ? StepWords.one(last, now) + ": " + last.words()
            : StepWords.ran(progress, step, now).orElse("");
    return words.isEmpty() ? step.heading() : step.heading() + ": " + words;
  }
}
