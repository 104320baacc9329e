package io.signalbox.app;

import io.signalbox.model.Sample;
import io.signalbox.model.SeriesHistory;
import io.signalbox.procedure.Shelved;
import io.signalbox.runbook.FrontMatter;
import io.signalbox.runbook.Heading;
import io.signalbox.runbook.Problem;
import io.signalbox.runbook.QueryAnswer;
import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.RunbookProgress;
import io.signalbox.runbook.Step;
import io.signalbox.runbook.Verify;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Runbooks as the JSON of the {@code runbook} verbs. */
final class RunbookJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private RunbookJson() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static String text(ObjectNode root) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  /** One file of a lint: steps and problems. */
  static void lint(ObjectNode node, String path, Runbook runbook) {
    node.put("path", path);
    node.put("title", runbook.title());
    ArrayNode steps = node.putArray("steps");
    runbook.steps().forEach(step -> brief(steps.addObject(), step));
    problems(node, runbook.problems());
  }

  private static void problems(ObjectNode node, List<Problem> found) {
    ArrayNode problems = node.putArray("problems");
    found.forEach(
        one -> problems.addObject().put("line", one.line()).put("message", one.message()));
  }

  private static void brief(ObjectNode node, Step step) {
    node.put("line", step.line());
    node.put("language", step.language());
    node.put("runnable", step.runnable());
    node.put("danger", step.danger().word());
    node.put("target", step.targets().isEmpty() ? null : target(step));
    ArrayNode gaps = node.putArray("placeholders");
    step.placeholders().forEach(gap -> gaps.add(gap.name()));
  }

  /** The machine; a port that is given beside it only helps to find it. */
  private static String target(Step step) {
    return step.targets().stream()
        .map(one -> one.replaceFirst(":[0-9]{1,5}$", ""))
        .collect(Collectors.joining(","));
  }

  /** A runbook in a list. */
  static void listed(ObjectNode node, Shelved shelved) {
    Runbook runbook = shelved.runbook();
    node.put("path", runbook.path());
    node.put("file", shelved.key());
    node.put("folder", shelved.folder());
    head(node, runbook);
    node.put("steps", runbook.steps().size());
    node.put("problems", runbook.problems().size());
  }

  private static void head(ObjectNode node, Runbook runbook) {
    FrontMatter front = runbook.frontMatter();
    node.put("title", runbook.title());
    node.put("severity", front.severity());
    node.put("category", front.category());
    node.put("owner", front.owner());
    node.put("lastUpdated", front.lastUpdated());
    node.put("estimatedTime", front.estimatedTime());
    ArrayNode related = node.putArray("related");
    front.related().forEach(related::add);
  }

  /** A runbook whole. */
  static ObjectNode whole(Shelved shelved, @Nullable RunbookProgress progress) {
    Runbook runbook = shelved.runbook();
    ObjectNode node = object();
    node.put("path", runbook.path());
    node.put("file", shelved.key());
    head(node, runbook);
    ArrayNode outline = node.putArray("outline");
    runbook.outline().forEach(heading -> heading(outline.addObject(), heading));
    ArrayNode steps = node.putArray("steps");
    runbook.steps().forEach(step -> step(steps.addObject(), step, progress));
    problems(node, runbook.problems());
    return node;
  }

  private static void heading(ObjectNode node, Heading heading) {
    node.put("level", heading.level());
    node.put("text", heading.text());
    node.put("line", heading.line());
    ArrayNode steps = node.putArray("steps");
    heading.steps().forEach(steps::add);
  }

  static void step(ObjectNode node, Step step, @Nullable RunbookProgress progress) {
    node.put("step", step.number());
    brief(node, step);
    node.put("kind", step.kind().word());
    node.put("heading", step.heading());
    node.put("dangerReason", step.judgement().reason());
    node.put("notRunnable", step.runnable() ? null : reason(step));
    node.put("text", step.text());
    node.put("script", step.script());
    ArrayNode hints = node.putArray("hints");
    step.hints().forEach(hints::add);
    node.put("expected", step.expected().isEmpty() ? null : step.expected());
    node.put("undo", step.undo().isEmpty() ? null : step.undo());
    Verify verify = step.declared().verify();
    node.put("verify", verify == null ? null : verify.written());
    ArrayNode needs = node.putArray("needs");
    step.declared().needs().forEach(needs::add);
    var timeout = step.declared().timeout();
    if (timeout == null) {
      node.putNull("timeoutSeconds");
    } else {
      node.put("timeoutSeconds", timeout.toSeconds());
    }
    node.put("hash", step.hash());
    if (progress != null) {
      ProgressView.state(node.putObject("progress"), step, progress);
    }
  }

  static String reason(Step step) {
    return step.obstacle().isEmpty() ? "it is read, not run" : step.obstacle();
  }

  /** What was answered to a query. */
  static void answer(ObjectNode node, QueryAnswer answer) {
    node.put("query", answer.query());
    node.put("source", answer.source());
    node.put("at", answer.at().toString());
    ArrayNode series = node.putArray("series");
    for (Sample one : answer.now()) {
      ObjectNode sample = series.addObject();
      labels(sample, one.labels());
      sample.put("value", one.value());
    }
    ArrayNode range = node.putArray("range");
    for (SeriesHistory one : answer.past()) {
      ObjectNode curve = range.addObject();
      labels(curve, one.labels());
      ArrayNode values = curve.putArray("values");
      for (int i = 0; i < one.seconds().length; i++) {
        values.addArray().add(one.seconds()[i]).add(one.values()[i]);
      }
    }
    ArrayNode lines = node.putArray("lines");
    for (QueryAnswer.Line one : answer.lines()) {
      ObjectNode line = lines.addObject();
      line.put("at", one.at().toString());
      labels(line, one.labels());
      line.put("text", one.text());
    }
    node.put("note", answer.note().isEmpty() ? null : answer.note());
  }

  private static void labels(ObjectNode node, Map<String, String> given) {
    ObjectNode labels = node.putObject("labels");
    given.forEach(labels::put);
  }
}
