package io.signalbox.github;

import io.signalbox.http.Unread;
import io.signalbox.model.GithubRunner;
import io.signalbox.snapshot.SourceException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/**
 * The runners of every scope as last read. A listing with a gap adds to what was known and takes
 * nothing away: a runner disappears only when GitHub listed everything without it.
 */
final class RunnerSection {
  private final GithubApi api;
  private final Map<String, List<GithubRunner>> known = new ConcurrentHashMap<>();

  RunnerSection(GithubApi api) {
    this.api = api;
  }

  void read(Scope scope, Unread unread) throws SourceException, InterruptedException {
    HttpUrl first = scope.url(api, "actions/runners").addQueryParameter("per_page", "100").build();
    Listing<GithubRunner> listing =
        Listing.read(api, first, body -> RunnersJson.page(body, scope.name()), GithubRunner::id);
    if (listing.gap() == null) {
      known.put(scope.name(), listing.items());
      return;
    }
    Map<Long, GithubRunner> together = new LinkedHashMap<>();
    all(scope).forEach(runner -> together.put(runner.id(), runner));
    listing.items().forEach(runner -> together.put(runner.id(), runner));
    known.put(scope.name(), List.copyOf(together.values()));
    unread.add(
        "some runners of " + scope.name(), listing.gap() + " The others are shown as last known.");
  }

  List<GithubRunner> all(Scope scope) {
    return known.getOrDefault(scope.name(), List.of());
  }

  /** One runner, read now; empty for 404. */
  Optional<GithubRunner> live(Scope scope, long id) throws SourceException, InterruptedException {
    HttpUrl url = scope.url(api, "actions/runners/" + id).build();
    Optional<GithubRunner> one = api.live(url, body -> RunnersJson.one(body, scope.name()));
    return one.isPresent() ? one : listed(scope, id);
  }

  /** A token may see the list and not the single runner: 404 alone does not say that it is gone. */
  private Optional<GithubRunner> listed(Scope scope, long id)
      throws SourceException, InterruptedException {
    HttpUrl url = scope.url(api, "actions/runners").addQueryParameter("per_page", "100").build();
    return api.live(url, body -> RunnersJson.page(body, scope.name()))
        .flatMap(page -> page.items().stream().filter(one -> one.id() == id).findFirst());
  }
}
