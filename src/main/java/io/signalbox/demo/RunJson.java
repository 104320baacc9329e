package io.signalbox.demo;

import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Workflow runs, jobs and steps in the words of GitHub's REST API. */
final class RunJson {
  private final Noise noise;

  RunJson(Noise noise) {
    this.noise = noise;
  }

  ObjectNode run(RunPlan run, Instant now) {
    WorkflowTemplate workflow = run.arrival().workflow();
    Arrival.Trigger by = run.arrival().trigger();
    ObjectNode node =
        Json.object()
            .put("id", run.id())
            .put("name", workflow.name())
            .put("head_branch", by.branch())
            .put("head_sha", by.sha())
            .put("path", workflow.path())
            .put("display_title", by.title())
            .put("run_number", run.number())
            .put("event", by.event())
            .put("status", run.status(now))
            .put("conclusion", run.completed(now) ? run.conclusion() : null)
            .put("workflow_id", workflow.id())
            .put("html_url", run.htmlUrl())
            .put("created_at", Json.seconds(run.createdAt()))
            .put("updated_at", Json.seconds(run.updatedAt(now)));
    node.set("actor", user(by.actor()));
    node.put("run_attempt", run.attempt())
        .put("run_started_at", Json.seconds(run.attemptStartedAt()));
    node.set("triggering_actor", user(by.actor()));
    node.putObject("repository")
        .put("name", "shop")
        .put("full_name", GitHubRoutes.REPOSITORY)
        .put("private", true);
    return node;
  }

  static ObjectNode user(String login) {
    return Json.object()
        .put("login", login)
        .put("id", 4_000 + Math.floorMod(login.hashCode(), 1_000))
        .put("type", "User");
  }

  /** A job; GitHub gives a queued one its creation time as {@code started_at}, so this does too. */
  ObjectNode job(JobPlan job, Instant now) {
    RunPlan run = job.run();
    String created = Json.seconds(job.readyAt());
    ObjectNode node =
        Json.object()
            .put("id", job.id())
            .put("run_id", run.id())
            .put("workflow_name", run.arrival().workflow().name())
            .put("head_branch", run.arrival().trigger().branch())
            .put("run_attempt", run.attempt())
            .put("head_sha", run.arrival().trigger().sha())
            .put("html_url", job.htmlUrl())
            .put("status", job.status(now))
            .put("conclusion", job.completed(now) ? job.conclusion() : null)
            .put("created_at", created)
            .put("started_at", job.started(now) ? Json.seconds(job.startedAt()) : created)
            .put("completed_at", job.completed(now) ? Json.seconds(job.completedAt()) : null)
            .put("name", job.template().name());
    steps(job, now, node.putArray("steps"));
    ArrayNode labels = node.putArray("labels");
    job.template().labels().forEach(labels::add);
    SimulatedRunner runner = job.started(now) ? job.runner() : null;
    if (runner == null) {
      return node.putNull("runner_id").putNull("runner_name");
    }
    return node.put("runner_id", runner.id()).put("runner_name", runner.name());
  }

  private void steps(JobPlan job, Instant now, ArrayNode all) {
    for (StepPlan step : StepPlan.of(job, now, noise)) {
      all.addObject()
          .put("name", step.name())
          .put("status", step.status())
          .put("conclusion", step.conclusion())
          .put("number", step.number())
          .put("started_at", Json.seconds(step.startedAt()))
          .put("completed_at", Json.seconds(step.completedAt()));
    }
  }
}
