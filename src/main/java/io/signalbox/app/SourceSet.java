package io.signalbox.app;

import io.signalbox.alertmanager.AlertmanagerSource;
import io.signalbox.exporter.ExporterScrape;
import io.signalbox.github.GithubCommands;
import io.signalbox.github.GithubSource;
import io.signalbox.http.HttpClients;
import io.signalbox.profile.Profile;
import io.signalbox.prometheus.PrometheusNumbers;
import io.signalbox.prometheus.PrometheusSource;
import io.signalbox.secret.LazyToken;
import io.signalbox.secret.Tokens;
import io.signalbox.snapshot.NumberLookup;
import io.signalbox.snapshot.RunnerLookup;
import io.signalbox.snapshot.Source;
import io.signalbox.snapshot.WorkLookup;
import io.signalbox.text.SecretFilter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sources of a profile, in its order; sends nothing by itself. */
final class SourceSet implements AutoCloseable {
  private final HttpClients clients = new HttpClients();
  private final List<Source<?>> all = new ArrayList<>();
  private final List<NumberLookup> numbers = new ArrayList<>();
  private final @Nullable GithubSource lookup;
  private final @Nullable GithubCommands commands;

  SourceSet(Profile profile, Clock clock, Map<String, String> environment, SecretFilter secrets) {
    Tokens tokens = new Tokens(environment, token -> secrets.know(token.reveal()));
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
    profile.sources().exporters().forEach(e -> all.add(new ExporterScrape(e, clients, clock)));
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
