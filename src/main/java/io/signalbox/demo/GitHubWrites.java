package io.signalbox.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be changed at the simulated GitHub, with its refusals; null where there is nothing,
 * which becomes a 404.
 */
final class GitHubWrites {
  private static final String ROOT = "/repos/" + GitHubRoutes.REPOSITORY + "/actions";
  private static final Pattern LABELS =
      Pattern.compile(ROOT + "/runners/([0-9]{1,18})/labels(/[^/]+)?");
  private static final Pattern RUN =
      Pattern.compile(ROOT + "/runs/([0-9]{1,18})/(cancel|force-cancel|rerun|rerun-failed-jobs)");
  private static final Pattern DISPATCH = Pattern.compile(ROOT + "/workflows/([^/]+)/dispatches");
  private static final int MOST_LABELS = 100;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SimulatedFleet fleet;

  GitHubWrites(SimulatedFleet fleet) {
    this.fleet = fleet;
  }

  @Nullable HttpAnswer answer(HttpAsk ask) {
    Matcher labels = LABELS.matcher(ask.path());
    if (labels.matches()) {
      Optional<SimulatedRunner> runner = runner(Long.parseLong(labels.group(1)));
      return runner.isEmpty() ? null : labels(ask, runner.get(), labels.group(2));
    }
    Matcher run = RUN.matcher(ask.path());
    if (run.matches() && ask.method().equals("POST")) {
      return run(Long.parseLong(run.group(1)), run.group(2));
    }
    Matcher dispatch = DISPATCH.matcher(ask.path());
    return dispatch.matches() && ask.method().equals("POST")
        ? dispatch(dispatch.group(1), ask.body())
        : null;
  }

  private Optional<SimulatedRunner> runner(long id) {
    return fleet.runners().stream().filter(r -> r.id() == id).findFirst();
  }

  private @Nullable HttpAnswer labels(HttpAsk ask, SimulatedRunner runner, @Nullable String one) {
    List<String> labels = new ArrayList<>(fleet.labels(runner.name()));
    if (ask.method().equals("POST") && one == null) {
      List<String> added = wanted(ask.body());
      if (added.isEmpty() || added.size() > MOST_LABELS) {
        return refused(422, "Invalid request. \"labels\" must have 1 to 100 items.");
      }
      added.stream().filter(label -> index(labels, label) < 0).forEach(labels::add);
    } else if (ask.method().equals("DELETE") && one != null) {
      String label = one.substring(1);
      if (index(RunnerJson.GIVEN, label) >= 0) {
        return refused(422, "The label is read-only and cannot be removed.");
      }
      int at = index(labels, label);
      if (at < 0) {
        return null;
      }
      labels.remove(at);
    } else {
      return null;
    }
    fleet.setLabels(runner.name(), labels);
    return HttpAnswer.json(200, json(labels));
  }

  /** A runner's labels as GitHub lists them. */
  static ObjectNode json(List<String> labels) {
    ObjectNode node = Json.object().put("total_count", labels.size());
    ArrayNode items = node.putArray("labels");
    labels.forEach(label -> items.add(RunnerJson.label(label)));
    return node;
  }

  private static int index(List<String> labels, String label) {
    List<String> lower = labels.stream().map(l -> l.toLowerCase(Locale.ROOT)).toList();
    return lower.indexOf(label.toLowerCase(Locale.ROOT));
  }

  private static List<String> wanted(String body) {
    List<String> labels = new ArrayList<>();
    JsonNode read = read(body);
    if (read != null) {
      read.path("labels").forEach(one -> labels.add(one.asString("")));
    }
    return labels;
  }

  private static @Nullable JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      return null;
    }
  }

  private @Nullable HttpAnswer run(long id, String verb) {
    Instant now = fleet.now();
    RunPlan run = fleet.history().jobs().run(id, now).orElse(null);
    if (run == null) {
      return null;
    }
    boolean over = run.completed(now);
    if (verb.endsWith("cancel")) {
      if (over) {
        return refused(409, "Cannot cancel a workflow run that is completed.");
      }
      fleet.cancelRun(id);
      return HttpAnswer.json(202, Json.object());
    }
    if (!over) {
      return refused(403, "This workflow run cannot be rerun: it is not completed.");
    }
    fleet.rerun(id, verb.equals("rerun-failed-jobs"));
    return HttpAnswer.json(201, Json.object());
  }

  private @Nullable HttpAnswer dispatch(String workflow, String body) {
    boolean known = WorkflowCatalog.ALL.stream().anyMatch(one -> one.file().equals(workflow));
    JsonNode asked = read(body);
    if (!known) {
      return null;
    }
    if (asked == null || !asked.path("ref").asString("").equals("main")) {
      return refused(422, "No ref found for: " + (asked == null ? "" : asked.path("ref")));
    }
    if (!asked.path("inputs").isEmpty()) {
      return refused(422, "Unexpected inputs provided: the workflow takes none.");
    }
    long id = fleet.dispatch(workflow, "main");
    return asked.path("return_run_details").asBoolean(false)
        ? HttpAnswer.json(200, Json.object().put("workflow_run_id", id))
        : HttpAnswer.of(204, "application/json; charset=utf-8", "");
  }

  private static HttpAnswer refused(int status, String message) {
    return HttpAnswer.json(
        status, Json.object().put("message", message).put("status", String.valueOf(status)));
  }
}
