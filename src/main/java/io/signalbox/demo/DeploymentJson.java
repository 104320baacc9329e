package io.signalbox.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Deployments, their statuses and the environments in the words of GitHub's REST API. */
final class DeploymentJson {
  private static final Duration AGE = Duration.ofDays(400);

  ObjectNode deployment(Deployment deployment, Instant now) {
    JobPlan job = deployment.job();
    Arrival.Trigger by = job.run().arrival().trigger();
    Instant updated = deployment.statuses(now).getFirst().at();
    ObjectNode node =
        Json.object()
            .put("id", deployment.id())
            .put("sha", by.sha())
            .put("ref", by.branch())
            .put("task", "deploy");
    node.putObject("payload");
    node.put("original_environment", deployment.environment())
        .put("environment", deployment.environment())
        .putNull("description")
        .put("created_at", Json.seconds(job.readyAt()))
        .put("updated_at", Json.seconds(updated))
        .put("transient_environment", false)
        .put("production_environment", deployment.environment().equals("production"));
    node.set("creator", RunJson.user(by.actor()));
    return node;
  }

  ArrayNode statuses(Deployment deployment, List<Deployment.Status> statuses) {
    ArrayNode all = Json.array();
    for (Deployment.Status status : statuses) {
      ObjectNode node =
          all.addObject()
              .put("id", status.id())
              .put("state", status.state())
              .put("description", "")
              .put("environment", deployment.environment())
              .put("target_url", deployment.job().htmlUrl())
              .put("created_at", Json.seconds(status.at()))
              .put("updated_at", Json.seconds(status.at()))
              .put("environment_url", "https://" + deployment.environment() + ".example.com")
              .put("log_url", deployment.job().htmlUrl());
      node.set("creator", RunJson.user("github-actions[bot]"));
    }
    return all;
  }

  ObjectNode environments(Instant start) {
    ObjectNode body = Json.object().put("total_count", 2);
    ArrayNode all = body.putArray("environments");
    String made = Json.seconds(start.minus(AGE));
    for (String name : List.of("production", "staging")) {
      ObjectNode node =
          all.addObject()
              .put("id", 3_000 + name.length())
              .put("name", name)
              .put("html_url", "https://github.example.com/acme/shop/deployments/" + name)
              .put("created_at", made)
              .put("updated_at", made);
      ArrayNode rules = node.putArray("protection_rules");
      if (name.equals("production")) {
        ObjectNode rule = rules.addObject().put("id", 3_755).put("type", "required_reviewers");
        ObjectNode reviewer = rule.putArray("reviewers").addObject().put("type", "User");
        reviewer.set("reviewer", RunJson.user("ana"));
      }
      node.putNull("deployment_branch_policy");
    }
    return body;
  }
}
