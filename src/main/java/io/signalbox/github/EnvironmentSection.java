package io.signalbox.github;

import io.signalbox.http.Unread;
import io.signalbox.model.DeployEnvironment;
import io.signalbox.snapshot.SourceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/** The environments of every repository, read every five minutes: they hardly change. */
final class EnvironmentSection {
  private static final Duration SELDOM = Duration.ofMinutes(5);

  private final GithubApi api;
  private final Clock clock;
  private final Map<String, List<DeployEnvironment>> known = new ConcurrentHashMap<>();
  private final Map<String, Instant> readAt = new ConcurrentHashMap<>();

  EnvironmentSection(GithubApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  boolean due(Scope repository) {
    Instant at = readAt.get(repository.name());
    return at == null || Duration.between(at, clock.instant()).abs().compareTo(SELDOM) >= 0;
  }

  void read(Scope repository, Unread unread) throws SourceException, InterruptedException {
    HttpUrl first =
        repository.url(api, "environments").addQueryParameter("per_page", "100").build();
    Listing<DeployEnvironment> listing =
        Listing.read(
            api,
            first,
            body -> DeploymentsJson.environments(body, repository.name()),
            DeployEnvironment::name);
    if (listing.gap() != null) {
      unread.add("some environments of " + repository.name(), listing.gap());
    }
    known.put(repository.name(), listing.items());
    readAt.put(repository.name(), clock.instant());
  }

  List<DeployEnvironment> all(Scope repository) {
    return known.getOrDefault(repository.name(), List.of());
  }
}
