package io.signalbox.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The paths of the simulated repository; null where there is nothing, which becomes a 404. */
final class GitHubRoutes {
  static final String REPOSITORY = "acme/shop";
  private static final String ROOT = "/repos/" + REPOSITORY;
  private static final Pattern NUMBERED =
      Pattern.compile(ROOT + "(/actions/runners/|/actions/runs/|/deployments/)([0-9]{1,18})(/.*)?");
  private static final Pattern WORKFLOW = Pattern.compile(ROOT + "/actions/workflows/([^/]+)/runs");

  private final SimulatedFleet fleet;
  private final RunJson json;
  private final DeploymentJson deployments;

  GitHubRoutes(SimulatedFleet fleet) {
    this.fleet = fleet;
    this.json = new RunJson(fleet.seed().noise());
    this.deployments = new DeploymentJson();
  }

  @Nullable HttpAnswer answer(HttpAsk ask) {
    Instant now = fleet.now();
    FleetHistory history = fleet.history();
    Matcher numbered = NUMBERED.matcher(ask.path());
    if (numbered.matches()) {
      String rest = numbered.group(3) == null ? "" : numbered.group(3);
      long id = Long.parseLong(numbered.group(2));
      return numbered(ask, numbered.group(1), id, rest);
    }
    Matcher workflow = WORKFLOW.matcher(ask.path());
    if (workflow.matches()) {
      return runs(ask, history, now, workflow.group(1));
    }
    return switch (ask.path()) {
      case ROOT ->
          HttpAnswer.json(
              200, Json.object().put("full_name", REPOSITORY).put("default_branch", "main"));
      case ROOT + "/actions/runners" ->
          counted(ask, "runners", named(ask), r -> RunnerJson.of(r, history, now));
      case ROOT + "/actions/runs" -> runs(ask, history, now, "");
      case ROOT + "/deployments" -> {
        List<Deployment> found =
            Deployment.all(history.jobs(), now).stream().filter(d -> d.matches(ask)).toList();
        Page<Deployment> page = Page.of(found, ask);
        ArrayNode all = Json.array();
        page.items().forEach(d -> all.add(deployments.deployment(d, now)));
        yield page.linked(HttpAnswer.json(200, all), ask);
      }
      case ROOT + "/environments" ->
          HttpAnswer.json(200, deployments.environments(fleet.seed().start()));
      default -> null;
    };
  }

  private List<SimulatedRunner> named(HttpAsk ask) {
    String name = ask.parameter("name");
    return fleet.runners().stream().filter(r -> name == null || r.name().equals(name)).toList();
  }

  private @Nullable HttpAnswer numbered(HttpAsk ask, String kind, long id, String rest) {
    Instant now = fleet.now();
    FleetHistory history = fleet.history();
    return switch (kind + rest) {
      case "/actions/runners/" ->
          fleet.runners().stream()
              .filter(r -> r.id() == id)
              .findFirst()
              .map(r -> HttpAnswer.json(200, RunnerJson.of(r, history, now)))
              .orElse(null);
      case "/actions/runners//labels" ->
          fleet.runners().stream()
              .filter(r -> r.id() == id)
              .findFirst()
              .map(r -> HttpAnswer.json(200, GitHubWrites.json(history.labels(r, now))))
              .orElse(null);
      case "/actions/runs/" ->
          history.jobs().run(id, now).map(r -> HttpAnswer.json(200, json.run(r, now))).orElse(null);
      case "/actions/runs//jobs" ->
          history
              .jobs()
              .run(id, now)
              .map(run -> counted(ask, "jobs", run.jobsAt(now), j -> json.job(j, now)))
              .orElse(null);
      case "/deployments/" ->
          deployment(history, id, now)
              .map(d -> HttpAnswer.json(200, deployments.deployment(d, now)))
              .orElse(null);
      case "/deployments//statuses" ->
          deployment(history, id, now)
              .map(
                  d -> {
                    Page<Deployment.Status> page = Page.of(d.statuses(now), ask);
                    return page.linked(
                        HttpAnswer.json(200, deployments.statuses(d, page.items())), ask);
                  })
              .orElse(null);
      default -> null;
    };
  }

  private static Optional<Deployment> deployment(FleetHistory history, long id, Instant now) {
    return Deployment.all(history.jobs(), now).stream().filter(d -> d.id() == id).findFirst();
  }

  private HttpAnswer runs(HttpAsk ask, FleetHistory history, Instant now, String workflow) {
    List<RunPlan> found =
        history.jobs().runsAt(now).stream()
            .filter(r -> workflow.isEmpty() || of(r.arrival().workflow(), workflow))
            .filter(r -> RunFilter.matches(ask, r, now))
            .toList();
    return counted(ask, "workflow_runs", found, r -> json.run(r, now));
  }

  private static boolean of(WorkflowTemplate workflow, String word) {
    return workflow.file().equals(word) || String.valueOf(workflow.id()).equals(word);
  }

  private static <T> HttpAnswer counted(
      HttpAsk ask, String name, List<T> all, Function<T, JsonNode> shape) {
    Page<T> page = Page.of(all, ask);
    ObjectNode body = Json.object().put("total_count", all.size());
    ArrayNode items = body.putArray(name);
    page.items().forEach(item -> items.add(shape.apply(item)));
    return page.linked(HttpAnswer.json(200, body), ask);
  }
}
