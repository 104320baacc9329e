package io.signalbox.github;

import io.signalbox.github.DeploymentsJson.Status;
import io.signalbox.http.Parallel;
import io.signalbox.http.Unread;
import io.signalbox.model.Deployment;
import io.signalbox.snapshot.SourceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The newest 30 deployments of every repository with their newest status; finished ones are
 * remembered.
 */
final class DeploymentSection {
  private final GithubApi api;
  private final Map<String, List<Deployment>> known = new ConcurrentHashMap<>();
  private final Map<String, Map<Long, Status>> books = new ConcurrentHashMap<>();

  DeploymentSection(GithubApi api) {
    this.api = api;
  }

  void read(Scope repository, Unread unread) throws SourceException, InterruptedException {
    HttpUrl url = repository.url(api, "deployments").addQueryParameter("per_page", "30").build();
    List<Deployment> listed =
        api.get(url, body -> DeploymentsJson.page(body, repository.name())).value().items();
    Map<Long, Status> before = books.getOrDefault(repository.name(), Map.of());
    Map<Long, Status> book = new HashMap<>();
    List<Deployment> asked = new ArrayList<>();
    for (Deployment deployment : listed) {
      Status status = before.get(deployment.id());
      if (status != null) {
        book.put(deployment.id(), status);
      }
      if (status == null || !status.finished()) {
        asked.add(deployment);
      }
    }
    readStatuses(repository, asked, book, unread);
    books.put(repository.name(), book);
    known.put(repository.name(), listed.stream().map(d -> with(d, book.get(d.id()))).toList());
  }

  List<Deployment> all(Scope repository) {
    return known.getOrDefault(repository.name(), List.of());
  }

  private void readStatuses(
      Scope repository, List<Deployment> asked, Map<Long, Status> book, Unread unread)
      throws InterruptedException, SourceException {
    List<Parallel.Question<List<Status>>> questions = new ArrayList<>();
    asked.forEach(deployment -> questions.add(() -> newest(repository, deployment)));
    List<Parallel.Answer<List<Status>>> answers = Parallel.ask(4, "statuses", questions);
    for (int i = 0; i < asked.size(); i++) {
      Deployment deployment = asked.get(i);
      SourceException error = answers.get(i).error();
      if (error != null) {
        unread.add("status of deployment " + deployment.id() + " of " + repository.name(), error);
      } else {
        answers.get(i).orThrow().stream().limit(1).forEach(s -> book.put(deployment.id(), s));
      }
    }
  }

  private List<Status> newest(Scope repository, Deployment deployment)
      throws SourceException, InterruptedException {
    HttpUrl url =
        repository
            .url(api, "deployments/" + deployment.id() + "/statuses")
            .addQueryParameter("per_page", "1")
            .build();
    return api.get(url, DeploymentsJson::statuses).value().items();
  }

  private static Deployment with(Deployment d, @Nullable Status status) {
    return status == null
        ? d
        : new Deployment(
            d.id(),
            d.repository(),
            d.environment(),
            d.ref(),
            d.sha(),
            status.state(),
            d.createdAt(),
            status.at(),
            status.runUrl(),
            d.creator());
  }
}
