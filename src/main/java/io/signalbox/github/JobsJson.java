package io.signalbox.github;

import io.signalbox.http.JsonCursor;
import io.signalbox.model.Job;
import io.signalbox.model.JobStep;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/** Jobs of a run: {@code …/actions/runs/ID/jobs}. */
final class JobsJson {
  private JobsJson() {}

  static Page<Job> page(InputStream body) throws IOException {
    return Page.counted(body, "jobs", JobsJson::job);
  }

  private static Job job(JsonCursor json) throws IOException {
    json.object();
    long id = -1;
    long runId = -1;
    String name = "";
    String status = "unknown";
    String conclusion = null;
    Instant createdAt = null;
    Instant startedAt = null;
    Instant completedAt = null;
    String runner = null;
    List<String> labels = List.of();
    List<JobStep> steps = List.of();
    String url = "";
    for (String field = json.field(); field != null; field = json.field()) {
      switch (field) {
        case "id" -> id = json.number();
        case "run_id" -> runId = json.number();
        case "name" -> name = json.textOr("");
        case "status" -> status = json.textOr(status);
        case "conclusion" -> conclusion = json.textOrNull();
        case "created_at" -> createdAt = json.timeOrNull();
        case "started_at" -> startedAt = json.timeOrNull();
        case "completed_at" -> completedAt = json.timeOrNull();
        case "runner_name" -> runner = json.textOrNull();
        case "labels" -> labels = json.listOrEmpty(JsonCursor::text);
        case "steps" -> steps = json.listOrEmpty(JobsJson::step);
        case "html_url" -> url = json.textOr("");
        default -> json.skip();
      }
    }
    if (id < 0 || runId < 0) {
      throw json.wrong("a job with id and run_id");
    }
    String taker = runner == null || runner.isEmpty() ? null : runner;
    return new Job(
        id,
        runId,
        name,
        status,
        conclusion,
        createdAt,
        startedAt,
        completedAt,
        taker,
        labels,
        steps,
        url);
  }

  private static JobStep step(JsonCursor json) throws IOException {
    json.object();
    int number = 0;
    String name = "";
    String status = "unknown";
    String conclusion = null;
    Instant startedAt = null;
    Instant completedAt = null;
    for (String field = json.field(); field != null; field = json.field()) {
      switch (field) {
        case "number" -> number = (int) json.number();
        case "name" -> name = json.textOr("");
        case "status" -> status = json.textOr(status);
        case "conclusion" -> conclusion = json.textOrNull();
        case "started_at" -> startedAt = json.timeOrNull();
        case "completed_at" -> completedAt = json.timeOrNull();
        default -> json.skip();
      }
    }
    return new JobStep(number, name, status, conclusion, startedAt, completedAt);
  }
}
