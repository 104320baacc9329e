package io.signalbox.app;

import io.signalbox.model.AlertInstance;
import io.signalbox.model.Deployment;
import io.signalbox.model.Finding;
import io.signalbox.model.Input;
import io.signalbox.model.InputState;
import io.signalbox.model.Reason;
import io.signalbox.model.RunnerTruth;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SourceHealth;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A snapshot as the JSON of {@code signalbox status --json}. */
final class StatusJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private final Snapshot snapshot;
  private final Instant now;

  StatusJson(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.now = snapshot.takenAt();
  }

  /** One JSON object over several lines. */
  String text() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("takenAt", now.toString());
    root.put("environment", snapshot.environment());
    ArrayNode sources = root.putArray("sources");
    snapshot.sources().forEach(source -> source(sources.addObject(), source));
    ArrayNode runners = root.putArray("runners");
    snapshot.runners().forEach(runner -> runner(runners.addObject(), runner));
    ArrayNode alerts = root.putArray("alerts");
    snapshot.alerts().forEach(alert -> alert(alerts.addObject(), alert));
    ArrayNode deployments = root.putArray("deployments");
    snapshot.deployments().forEach(deployment -> deployment(deployments.addObject(), deployment));
    ArrayNode findings = root.putArray("findings");
    snapshot.findings().forEach(finding -> finding(findings.addObject(), finding));
    ArrayNode warnings = root.putArray("warnings");
    snapshot.warnings().forEach(warnings::add);
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  private void source(ObjectNode node, SourceHealth source) {
    node.put("name", source.id().name());
    node.put("kind", source.id().kind().word());
    node.put("state", source.state().word());
    node.put("partial", source.partial());
    age(node, source.age(now));
    node.put("error", source.error());
    if (!source.note().isEmpty()) {
      node.put("note", source.note());
    }
  }

  private void runner(ObjectNode node, RunnerTruth runner) {
    node.put("name", runner.name());
    node.put("host", runner.host());
    node.put("role", runner.role().word());
    node.put("state", runner.state().word());
    // idle and not known are two things to whoever drains idle runners
    node.put("busy", runner.input("busy").fresh() ? runner.busy() : null);
    var job = runner.job();
    if (job != null) {
      node.putObject("job")
          .put("name", job.job())
          .put("workflow", job.workflow())
          .put("url", job.url());
    }
    ArrayNode labels = node.putArray("labels");
    runner.labels().forEach(labels::add);
    ArrayNode reasons = node.putArray("reasons");
    runner.reasons().stream().map(Reason::text).forEach(reasons::add);
    ArrayNode badges = node.putArray("badges");
    runner.badges().stream().map(Reason::id).forEach(badges::add);
    ObjectNode inputs = node.putObject("inputs");
    runner.inputs().values().forEach(input -> input(inputs.putObject(input.key()), input));
  }

  private void input(ObjectNode node, Input input) {
    if (input.state() == InputState.UNKNOWN && input.text() != null) {
      node.putNull("value");
      node.put("reason", input.text());
    } else if (input.text() != null && !input.key().equals("status")) {
      node.put("value", input.text());
    } else {
      node.put("value", input.number());
    }
    age(node, input.age(now));
    if (input.source().isEmpty()) {
      node.putNull("source");
    } else {
      node.put("source", input.source());
    }
    node.put("state", input.state().word());
  }

  private static void alert(ObjectNode node, AlertInstance alert) {
    node.put("name", alert.name());
    node.put("state", alert.state().word());
    node.put("severity", alert.severityWord());
    ObjectNode labels = node.putObject("labels");
    alert.labels().forEach(labels::put);
    time(node, "since", alert.since());
    node.put("source", alert.source());
  }

  private static void deployment(ObjectNode node, Deployment deployment) {
    node.put("id", deployment.id());
    node.put("environment", deployment.environment());
    node.put("ref", deployment.ref());
    node.put("sha", deployment.sha());
    node.put("state", deployment.state());
    time(node, "createdAt", deployment.createdAt());
    node.put("runUrl", deployment.runUrl().isEmpty() ? null : deployment.runUrl());
  }

  private static void finding(ObjectNode node, Finding finding) {
    node.put("id", finding.id());
    node.put("severity", finding.severity().word());
    node.put("title", finding.title());
    node.put("evidence", finding.evidence());
    node.put("nextStep", finding.nextStep());
    node.put("runner", finding.runner());
  }

  private static void age(ObjectNode node, @Nullable Duration age) {
    if (age == null) {
      node.putNull("ageSeconds");
    } else {
      node.put("ageSeconds", age.toMillis() / 1000.0);
    }
  }

  private static void time(ObjectNode node, String field, @Nullable Instant at) {
    node.put(field, at == null ? null : at.toString());
  }
}
