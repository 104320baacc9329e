package io.signalbox.github;

import io.signalbox.http.JsonCursor;
import io.signalbox.model.DeployEnvironment;
import io.signalbox.model.Deployment;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** Deployments, their statuses, and environments. */
final class DeploymentsJson {
  /** A deployment's status; the newest comes first. */
  record Status(String state, Instant at, String runUrl) {
    /** True when GitHub sets no further one by itself; a success may still become inactive. */
    boolean last() {
      return switch (state) {
        case "failure", "error", "inactive" -> true;
        default -> false;
      };
    }

    /** True when the work it stands for is over. */
    boolean ended() {
      return state.equals("success") || state.equals("failure") || state.equals("error");
    }
  }

  private DeploymentsJson() {}

  /** Deployments without their statuses, i.e. in the state {@code unknown}. */
  static Page<Deployment> page(InputStream body, String repository) throws IOException {
    return Page.plain(body, json -> deployment(json, repository));
  }

  private static Deployment deployment(JsonCursor json, String repository) throws IOException {
    json.object();
    long id = -1;
    String environment = "";
    String ref = "";
    String sha = "";
    String creator = "";
    Instant createdAt = null;
    for (String field = json.field(); field != null; field = json.field()) {
      switch (field) {
        case "id" -> id = json.number();
        case "environment" -> environment = json.textOr("");
        case "ref" -> ref = json.textOr("");
        case "sha" -> sha = json.textOr("");
        case "creator" -> creator = RunsJson.login(json);
        case "created_at" -> createdAt = json.timeOrNull();
        default -> json.skip();
      }
    }
    if (id < 0 || createdAt == null) {
      throw json.wrong("a deployment with id and created_at");
    }
    return new Deployment(
        id, repository, environment, ref, sha, "unknown", createdAt, null, null, "", creator);
  }

  static Page<Status> statuses(InputStream body) throws IOException {
    return Page.plain(body, DeploymentsJson::status);
  }

  private static Status status(JsonCursor json) throws IOException {
    json.object();
    String state = "unknown";
    Instant at = null;
    String logUrl = "";
    String targetUrl = "";
    for (String field = json.field(); field != null; field = json.field()) {
      switch (field) {
        case "state" -> state = json.textOr(state);
        case "created_at" -> at = json.timeOrNull();
        case "log_url" -> logUrl = json.textOr("");
        case "target_url" -> targetUrl = json.textOr("");
        default -> json.skip();
      }
    }
    if (at == null) {
      throw json.wrong("a status with created_at");
    }
    return new Status(state, at, logUrl.isEmpty() ? targetUrl : logUrl);
  }

  static Page<DeployEnvironment> environments(InputStream body, String repository)
      throws IOException {
    return Page.counted(body, "environments", json -> environment(json, repository));
  }

  private static DeployEnvironment environment(JsonCursor json, String repository)
      throws IOException {
    json.object();
    String name = "";
    String url = "";
    for (String field = json.field(); field != null; field = json.field()) {
      switch (field) {
        case "name" -> name = json.text();
        case "html_url" -> url = json.textOr("");
        default -> json.skip();
      }
    }
    return new DeployEnvironment(repository, name, url);
  }
}
