package io.signalbox.github;

import io.signalbox.http.Parallel;
import io.signalbox.http.Unread;
import io.signalbox.model.WorkflowRun;
import io.signalbox.snapshot.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The newest 50 runs of every repository and all that are not finished, newest first. */
final class RunSection {
  private static final List<String> UNFINISHED = List.of("in_progress", "queued", "waiting");
  private static final Comparator<WorkflowRun> NEWEST_FIRST =
      Comparator.comparing(WorkflowRun::createdAt).thenComparing(WorkflowRun::id).reversed();

  private final GithubApi api;
  private final JobBook jobs;
  private final Map<String, List<WorkflowRun>> known = new ConcurrentHashMap<>();

  RunSection(GithubApi api) {
    this.api = api;
    jobs = new JobBook(api);
  }

  /** Begins a sweep: so many job lists of finished runs may be read in it. */
  void begin() {
    jobs.begin();
  }

  void read(Scope repository, Unread unread) throws SourceException, InterruptedException {
    Map<Long, WorkflowRun> byId = new LinkedHashMap<>();
    page(repository, null).forEach(run -> byId.put(run.id(), run));
    List<Parallel.Question<List<WorkflowRun>>> questions = new ArrayList<>();
    UNFINISHED.forEach(status -> questions.add(() -> page(repository, status)));
    List<Parallel.Answer<List<WorkflowRun>>> answers =
        Parallel.ask(UNFINISHED.size(), "runs", questions);
    for (int i = 0; i < answers.size(); i++) {
      SourceException error = answers.get(i).error();
      if (error != null) {
        String status = UNFINISHED.get(i);
        unread.add(status + " runs of " + repository.name(), error);
        all(repository).stream()
            .filter(run -> run.status().equals(status))
            .forEach(run -> byId.putIfAbsent(run.id(), run)); // not read is not gone
      } else {
        answers.get(i).orThrow().forEach(run -> byId.merge(run.id(), run, RunSection::newer));
      }
    }
    List<WorkflowRun> runs = byId.values().stream().sorted(NEWEST_FIRST).toList();
    known.put(repository.name(), jobs.withJobs(repository, runs, unread));
  }

  List<WorkflowRun> all(Scope repository) {
    return known.getOrDefault(repository.name(), List.of());
  }

  private List<WorkflowRun> page(Scope repository, @Nullable String status)
      throws SourceException, InterruptedException {
    HttpUrl.Builder url =
        repository
            .url(api, "actions/runs")
            .addQueryParameter("per_page", "50")
            .addQueryParameter("exclude_pull_requests", "true");
    if (status != null) {
      url.addQueryParameter("status", status);
    }
    return api.get(url.build(), body -> RunsJson.page(body, repository.name())).value().items();
  }

  /** The same run in two answers: the later state of it. */
  private static WorkflowRun newer(WorkflowRun one, WorkflowRun other) {
    Instant first = one.updatedAt() == null ? one.createdAt() : one.updatedAt();
    Instant second = other.updatedAt() == null ? other.createdAt() : other.updatedAt();
    return second.isAfter(first) ? other : one;
  }
}
