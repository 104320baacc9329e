package io.signalbox.github;

import io.signalbox.http.JsonCursor;
import io.signalbox.model.Job;
import io.signalbox.model.RunReview;
import io.signalbox.model.WorkflowRun;
import io.signalbox.snapshot.SourceException;
import io.signalbox.snapshot.WorkLookup;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Runs and jobs read past every cache. */
final class LiveWork implements WorkLookup {
  private static final int FULL_PAGE = 100;

  /** A matrix makes 256 jobs at most, and a run has few of them. */
  private static final int JOB_PAGES = 10;

  private final GithubApi api;

  LiveWork(GithubApi api) {
    this.api = api;
  }

  @Override
  public List<Job> jobs(String repository, long run) throws SourceException, InterruptedException {
    List<Job> all = new ArrayList<>();
    for (int page = 1; page <= JOB_PAGES; page++) {
      HttpUrl url =
          at(repository, "actions/runs/" + run + "/jobs")
              .addQueryParameter("filter", "latest")
              .addQueryParameter("per_page", Integer.toString(FULL_PAGE))
              .addQueryParameter("page", Integer.toString(page))
              .build();
      List<Job> found = api.live(url, JobsJson::page).map(Page::items).orElse(List.of());
      all.addAll(found);
      if (found.size() < FULL_PAGE) {
        break;
      }
    }
    return List.copyOf(all);
  }

  @Override
  public Optional<WorkflowRun> run(String repository, long run)
      throws SourceException, InterruptedException {
    HttpUrl url = at(repository, "actions/runs/" + run).build();
    return api.live(url, body -> RunsJson.one(body, repository));
  }

  @Override
  public List<WorkflowRun> dispatched(String repository, String workflow)
      throws SourceException, InterruptedException {
    HttpUrl url =
        at(repository, "actions/workflows/" + workflow + "/runs")
            .addQueryParameter("event", "workflow_dispatch")
            .addQueryParameter("per_page", "20")
            .build();
    Optional<Page<WorkflowRun>> page = api.live(url, body -> RunsJson.page(body, repository));
    return page.isPresent() ? page.get().items() : ofAll(repository, workflow);
  }

  /** Where the workflow's own list is not shown, out of the repository's. */
  private List<WorkflowRun> ofAll(String repository, String workflow)
      throws SourceException, InterruptedException {
    HttpUrl url =
        at(repository, "actions/runs")
            .addQueryParameter("event", "workflow_dispatch")
            .addQueryParameter("per_page", "50")
            .build();
    return api
        .live(url, body -> RunsJson.page(body, repository))
        .map(Page::items)
        .orElse(List.of())
        .stream()
        .filter(run -> run.path().endsWith("/" + workflow))
        .toList();
  }

  @Override
  public Optional<String> defaultBranch(String repository)
      throws SourceException, InterruptedException {
    return api.live(api.url("repos/" + repository).build(), LiveWork::branch)
        .filter(branch -> !branch.isEmpty());
  }

  @Override
  public List<RunReview> reviews(String repository, long run)
      throws SourceException, InterruptedException {
    HttpUrl url = at(repository, "actions/runs/" + run + "/approvals").build();
    return api.live(url, ReviewsJson::list).orElse(List.of());
  }

  @Override
  public Optional<String> login() throws SourceException, InterruptedException {
    try {
      return api.live(api.url("user").build(), ReviewsJson::user).filter(login -> !login.isEmpty());
    } catch (SourceException e) {
      if (e.isDenied()) {
        return Optional.empty(); // an app's token: it may not ask, for it is no person's
      }
      throw e;
    }
  }

  private static String branch(InputStream body) throws IOException {
    try (JsonCursor json = JsonCursor.open(body)) {
      json.object();
      String branch = "";
      for (String field = json.field(); field != null; field = json.field()) {
        if (field.equals("default_branch")) {
          branch = json.textOr("");
        } else {
          json.skip();
        }
      }
      return branch;
    }
  }

  private HttpUrl.Builder at(String repository, String segments) {
    return new Scope(repository, false).url(api, segments);
  }
}
