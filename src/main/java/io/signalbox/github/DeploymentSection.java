package io.signalbox.github;

import io.signalbox.github.DeploymentsJson.Status;
import io.signalbox.http.Parallel;
import io.signalbox.http.Unread;
import io.signalbox.model.Deployment;
import io.signalbox.snapshot.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The newest 30 deployments of every repository with their newest status; what cannot change any
 * more is remembered.
 */
final class DeploymentSection {
  private final GithubApi api;
  private final Map<String, List<Deployment>> known = new ConcurrentHashMap<>();
  private final Map<String, Map<Long, Fate>> books = new ConcurrentHashMap<>();

  /** The newest status, and when the work first ended. */
  private record Fate(Status newest, @Nullable Instant endedAt) {
    static Fate of(List<Status> newestFirst) {
      Instant ended = null;
      for (Status status : newestFirst) {
        ended = status.ended() ? status.at() : ended;
      }
      return new Fate(newestFirst.getFirst(), ended);
    }
  }

  DeploymentSection(GithubApi api) {
    this.api = api;
  }

  void read(Scope repository, Unread unread) throws SourceException, InterruptedException {
    HttpUrl url = repository.url(api, "deployments").addQueryParameter("per_page", "30").build();
    List<Deployment> listed =
        api.get(url, body -> DeploymentsJson.page(body, repository.name())).value().items();
    Map<Long, Fate> before = books.getOrDefault(repository.name(), Map.of());
    Map<Long, Fate> book = new HashMap<>();
    List<Deployment> asked = new ArrayList<>();
    for (Deployment deployment : listed) {
      Fate fate = before.get(deployment.id());
      if (fate != null) {
        book.put(deployment.id(), fate);
      }
      if (fate == null || !fate.newest().last()) {
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
      Scope repository, List<Deployment> asked, Map<Long, Fate> book, Unread unread)
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
        List<Status> statuses = answers.get(i).orThrow();
        if (!statuses.isEmpty()) {
          book.put(deployment.id(), Fate.of(statuses));
        }
      }
    }
  }

  private List<Status> newest(Scope repository, Deployment deployment)
      throws SourceException, InterruptedException {
    HttpUrl url =
        repository
            .url(api, "deployments/" + deployment.id() + "/statuses")
            .addQueryParameter("per_page", "30")
            .build();
    return api.get(url, DeploymentsJson::statuses).value().items();
  }

  private static Deployment with(Deployment d, @Nullable Fate fate) {
    return fate == null
        ? d
        : new Deployment(
            d.id(),
            d.repository(),
            d.environment(),
            d.ref(),
            d.sha(),
            fate.newest().state(),
            d.createdAt(),
            fate.newest().at(),
            fate.endedAt(),
            fate.newest().runUrl(),
            d.creator());
  }
}
