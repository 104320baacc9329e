package io.signalbox.github;

import io.signalbox.http.Endpoint;
import io.signalbox.http.HttpClients;
import io.signalbox.http.Parallel;
import io.signalbox.http.Unread;
import io.signalbox.model.GithubReading;
import io.signalbox.model.GithubRunner;
import io.signalbox.model.SourceId;
import io.signalbox.model.SourceKind;
import io.signalbox.secret.LazyToken;
import io.signalbox.snapshot.Reading;
import io.signalbox.snapshot.RunnerLookup;
import io.signalbox.snapshot.Source;
import io.signalbox.snapshot.SourceException;
import io.signalbox.snapshot.WorkLookup;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * GitHub as the profile names it: one sweep reads the runners of every repository and organization,
 * and each repository's runs with jobs, deployments and environments. What cannot be read stays as
 * last known, with a warning; when nothing can, the sweep fails. Sweeps are asked by one thread at
 * a time; {@link #runner} may be asked by any.
 */
public final class GithubSource implements Source<GithubReading>, RunnerLookup {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration SWEEP = Duration.ofMinutes(2);
  private static final Duration SKEW_TOLD = Duration.ofSeconds(5);

  private final List<Scope> repositories;
  private final List<Scope> scopes;
  private final GithubApi api;
  private final RateGate gate;
  private final Clock clock;
  private final Tempo tempo;
  private final SourceId id = new SourceId(SourceKind.GITHUB, "github");
  private final RunnerSection runners;
  private final RunSection runs;
  private final DeploymentSection deployments;
  private final EnvironmentSection environments;

  /** One part of a sweep and what it is called in a warning. */
  private record Part(String what, Parallel.Question<Boolean> question) {}

  private interface Read {
    void read(Unread unread) throws SourceException, InterruptedException;
  }

  /** Sends nothing yet. */
  public GithubSource(
      io.signalbox.profile.GithubSource profile,
      HttpClients clients,
      Clock clock,
      LazyToken token) {
    this(profile, clients, clock, token, Thread::sleep);
  }

  GithubSource(
      io.signalbox.profile.GithubSource profile,
      HttpClients clients,
      Clock clock,
      LazyToken token,
      GithubApi.Pause pause) {
    this.clock = clock;
    repositories = profile.repositories().stream().map(name -> new Scope(name, false)).toList();
    List<Scope> all = new ArrayList<>(repositories);
    profile.organizations().forEach(name -> all.add(new Scope(name, true)));
    scopes = List.copyOf(all);
    tempo = new Tempo(profile.every());
    gate = new RateGate(clock);
    Endpoint endpoint = new Endpoint(clients, "GitHub", profile.api(), profile.ca(), CONNECT);
    api = new GithubApi(endpoint, token, gate, pause);
    runners = new RunnerSection(api);
    runs = new RunSection(api);
    deployments = new DeploymentSection(api);
    environments = new EnvironmentSection(api, clock);
  }

  @Override
  public SourceId id() {
    return id;
  }

  /** The profile's interval, stretched while the request budget is short. */
  @Override
  public Duration every() {
    return tempo.every(gate.budget(), clock.instant());
  }

  @Override
  public Reading<GithubReading> read() throws SourceException, InterruptedException {
    gate.check();
    api.begin(SweepGuard.of(clock, SWEEP));
    runs.begin();
    Unread unread = new Unread();
    List<Part> parts = parts(unread);
    List<Parallel.Answer<Boolean>> answers =
        Parallel.ask(8, "github", parts.stream().map(Part::question).toList());
    tempo.swept(api.takeCounted());
    for (int i = 0; i < parts.size(); i++) {
      SourceException error = answers.get(i).error();
      if (error != null) {
        unread.add(parts.get(i).what(), error);
      }
    }
    throwIfPointless(
        answers.stream().map(Parallel.Answer::error).filter(Objects::nonNull).toList(),
        parts.size());
    List<String> warnings = new ArrayList<>(unread.warnings());
    warnings.addAll(api.notices());
    warnings.addAll(skew());
    return new Reading<>(reading(), !unread.isEmpty(), List.copyOf(warnings), gate.note());
  }

  @Override
  public Optional<GithubRunner> runner(String registeredAt, long runnerId)
      throws SourceException, InterruptedException {
    return runners.live(Scope.of(registeredAt), runnerId);
  }

  /** Runs and jobs, read live; may be asked by any thread. */
  public WorkLookup work() {
    return new LiveWork(api);
  }

  private List<Part> parts(Unread unread) {
    List<Part> parts = new ArrayList<>();
    scopes.forEach(s -> parts.add(part("runners of " + s.name(), unread, u -> runners.read(s, u))));
    for (Scope repository : repositories) {
      String name = repository.name();
      parts.add(part("runs of " + name, unread, u -> runs.read(repository, u)));
      parts.add(part("deployments of " + name, unread, u -> deployments.read(repository, u)));
      if (environments.due(repository)) {
        parts.add(part("environments of " + name, unread, u -> environments.read(repository, u)));
      }
    }
    return parts;
  }

  private static Part part(String what, Unread unread, Read read) {
    return new Part(
        what,
        () -> {
          read.read(unread);
          return true;
        });
  }

  /** A refused token ends the sweep; otherwise it fails only when every part of it failed. */
  private static void throwIfPointless(List<SourceException> errors, int parts)
      throws SourceException {
    for (SourceException error : errors) {
      if (error.isHopeless()) {
        throw error;
      }
    }
    if (parts > 0 && errors.size() == parts) {
      for (SourceException error : errors) {
        if (error.retryAfter() != null) {
          throw error;
        }
      }
      throw errors.getFirst();
    }
  }

  private GithubReading reading() {
    return new GithubReading(
        together(scopes, runners::all),
        together(repositories, runs::all),
        together(repositories, deployments::all),
        together(repositories, environments::all),
        gate.budget());
  }

  private static <T> List<T> together(List<Scope> of, Function<Scope, List<T>> known) {
    return of.stream().map(known).flatMap(List::stream).toList();
  }

  private List<String> skew() {
    Duration skew = gate.skew();
    return skew.abs().compareTo(SKEW_TOLD) <= 0
        ? List.of()
        : List.of(
            "This machine's clock is "
                + skew.abs().toSeconds()
                + " s "
                + (skew.isNegative() ? "behind" : "ahead of")
                + " GitHub's. Ages shown here are wrong by that much; set the clock.");
  }
}
