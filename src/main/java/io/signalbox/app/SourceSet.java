package io.signalbox.app;

import io.signalbox.alertmanager.AlertmanagerSource;
import io.signalbox.exporter.ExporterScrape;
import io.signalbox.github.GithubCommands;
import io.signalbox.github.GithubSource;
import io.signalbox.http.HttpClients;
import io.signalbox.loki.LokiQueries;
import io.signalbox.procedure.QueryPort;
import io.signalbox.profile.LokiSource;
import io.signalbox.profile.Profile;
import io.signalbox.profile.TokenRef;
import io.signalbox.prometheus.PrometheusNumbers;
import io.signalbox.prometheus.PrometheusQueries;
import io.signalbox.prometheus.PrometheusSource;
import io.signalbox.secret.LazyToken;
import io.signalbox.secret.Tokens;
import io.signalbox.snapshot.NumberLookup;
import io.signalbox.snapshot.RunnerLookup;
import io.signalbox.snapshot.Source;
import io.signalbox.snapshot.SourceException;
import io.signalbox.snapshot.WorkLookup;
import io.signalbox.text.SecretFilter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sources of a profile, in its order; sends nothing by itself. */
final class SourceSet implements AutoCloseable {
  private final HttpClients clients = new HttpClients();
  private final List<Source<?>> all = new ArrayList<>();
  private final List<NumberLookup> numbers = new ArrayList<>();
  private final @Nullable GithubSource lookup;
  private final @Nullable GithubCommands commands;
  private final QueryPort queries;
  private final Tokens tokens;
  private final List<TokenRef> tokenPlaces;

  SourceSet(Profile profile, Clock clock, Map<String, String> environment, SecretFilter secrets) {
    tokens = new Tokens(environment, token -> secrets.know(token.reveal()));
    tokenPlaces = places(profile);
    profile
        .sources()
        .prometheus()
        .forEach(
            source ->
                all.add(
                    new PrometheusSource(
                        source,
                        profile.signals(),
                        clients,
                        clock,
                        new LazyToken(tokens, source.bearer()))));
    profile
        .sources()
        .prometheus()
        .forEach(
            source ->
                numbers.add(
                    new PrometheusNumbers(
                        source, clients, new LazyToken(tokens, source.bearer()))));
    profile
        .sources()
        .alertmanager()
        .forEach(
            source ->
                all.add(
                    new AlertmanagerSource(
                        source, clients, new LazyToken(tokens, source.bearer()))));
    var github = profile.sources().github();
    GithubSource sweep =
        github == null
            ? null
            : new GithubSource(github, clients, clock, new LazyToken(tokens, github.token()));
    if (sweep != null) {
      all.add(sweep);
    }
    lookup = sweep;
    commands =
        github == null
            ? null
            : new GithubCommands(github, clients, clock, new LazyToken(tokens, github.token()));
    queries = queries(profile, clock, tokens, secrets);
    profile.sources().exporters().forEach(e -> all.add(new ExporterScrape(e, clients, clock)));
  }

  private static List<TokenRef> places(Profile profile) {
    List<TokenRef> places = new ArrayList<>();
    Stream.concat(
            profile.sources().prometheus().stream(), profile.sources().alertmanager().stream())
        .flatMap(source -> Stream.ofNullable(source.bearer()))
        .forEach(places::add);
    var github = profile.sources().github();
    if (github != null && github.token() != null) {
      places.add(github.token());
    }
    return List.copyOf(places);
  }

  /**
   * Fetches every token of the profile, so that it is hidden before anything asks a source. Blocks.
   *
   * @return why some could not be had, in words; these cannot be hidden
   */
  List<String> learnTokens() throws InterruptedException {
    List<String> troubles = new ArrayList<>();
    for (TokenRef place : tokenPlaces) {
      try {
        var _ = tokens.resolve(place);
      } catch (SourceException e) {
        troubles.add(String.valueOf(e.getMessage()));
      }
    }
    return troubles;
  }

  /** The way of single queries to Prometheus and Loki. */
  QueryPort queries() {
    return queries;
  }

  private QueryPort queries(Profile profile, Clock clock, Tokens tokens, SecretFilter secrets) {
    Map<String, PrometheusQueries> prometheus = new LinkedHashMap<>();
    profile
        .sources()
        .prometheus()
        .forEach(
            source ->
                prometheus.put(
                    source.name(),
                    new PrometheusQueries(
                        source, clients, new LazyToken(tokens, source.bearer()))));
    LokiSource loki = profile.sources().loki();
    return new SourceQueries(
        prometheus, loki == null ? null : new LokiQueries(loki, clients), clock, secrets);
  }

  List<Source<?>> all() {
    return List.copyOf(all);
  }

  /** The live look at one runner on GitHub; empty where GitHub is not configured. */
  Optional<RunnerLookup> lookup() {
    return Optional.ofNullable(lookup);
  }

  /** The live look at runs and jobs of GitHub; empty where GitHub is not configured. */
  Optional<WorkLookup> work() {
    return Optional.ofNullable(lookup).map(GithubSource::work);
  }

  /** The way of changes to GitHub; empty where GitHub is not configured. */
  Optional<GithubCommands> commands() {
    return Optional.ofNullable(commands);
  }

  /** Whoever answers an expression with numbers, in the profile's order. */
  List<NumberLookup> numbers() {
    return List.copyOf(numbers);
  }

  @Override
  public void close() {
    clients.close();
  }
}
