package io.signalbox.github;

import io.signalbox.http.JsonCursor;
import io.signalbox.model.WorkflowRun;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Workflow runs: {@code …/actions/runs}. Words GitHub may add later are kept as given. */
final class RunsJson {
  /** A file whose own name has such a sign in it ends as a workflow file does, and stays whole. */
  private static final Pattern WITH_REF = Pattern.compile("(.*\\.ya?ml)@(?!.*\\.ya?ml$).*");

  private RunsJson() {}

  static Page<WorkflowRun> page(InputStream body, String repository) throws IOException {
    return Page.counted(body, "workflow_runs", json -> run(json, repository));
  }

  /** A run by itself. */
  static WorkflowRun one(InputStream body, String repository) throws IOException {
    try (JsonCursor json = JsonCursor.open(body)) {
      return run(json, repository);
    }
  }

  private static WorkflowRun run(JsonCursor json, String repository) throws IOException {
    json.object();
    long id = -1;
    String workflow = "";
    String path = "";
    long number = 0;
    int attempt = 1;
    String event = "";
    String title = "";
    String branch = "";
    String sha = "";
    String status = "unknown";
    String conclusion = null;
    String actor = "";
    Instant createdAt = null;
    Instant startedAt = null;
    Instant updatedAt = null;
    String url = "";
    for (String field = json.field(); field != null; field = json.field()) {
      switch (field) {
        case "id" -> id = json.number();
        case "name" -> workflow = json.textOr("");
        case "path" -> path = file(json.textOr(""));
        case "run_number" -> number = json.number();
        case "run_attempt" -> attempt = (int) json.number();
        case "event" -> event = json.textOr("");
        case "display_title" -> title = json.textOr("");
        case "head_branch" -> branch = json.textOr("");
        case "head_sha" -> sha = json.textOr("");
        case "status" -> status = json.textOr(status);
        case "conclusion" -> conclusion = json.textOrNull();
        case "actor" -> actor = login(json);
        case "created_at" -> createdAt = json.timeOrNull();
        case "run_started_at" -> startedAt = json.timeOrNull();
        case "updated_at" -> updatedAt = json.timeOrNull();
        case "html_url" -> url = json.textOr("");
        default -> json.skip();
      }
    }
    if (id < 0 || createdAt == null) {
      throw json.wrong("a run with id and created_at");
    }
    return new WorkflowRun(
        id,
        repository,
        workflow,
        path,
        number,
        attempt,
        event,
        title,
        branch,
        sha,
        status,
        conclusion,
        actor,
        createdAt,
        startedAt,
        updatedAt,
        url,
        List.of(),
        false);
  }

  /** The file alone: GitHub's own examples have the ref behind it, {@code deploy.yml@main}. */
  private static String file(String path) {
    Matcher split = WITH_REF.matcher(path);
    return split.matches() ? split.group(1) : path;
  }

  /** The {@code login} of a user, empty where the account is gone. */
  static String login(JsonCursor json) throws IOException {
    String login = "";
    if (json.isNull()) {
      return login;
    }
    json.object();
    for (String field = json.field(); field != null; field = json.field()) {
      if (field.equals("login")) {
        login = json.textOr("");
      } else {
        json.skip();
      }
    }
    return login;
  }
}
