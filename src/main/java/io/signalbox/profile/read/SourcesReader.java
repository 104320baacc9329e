package io.signalbox.profile.read;

import io.signalbox.profile.ExporterSource;
import io.signalbox.profile.GithubSource;
import io.signalbox.profile.HttpSource;
import io.signalbox.profile.LokiSource;
import io.signalbox.profile.SourcesProfile;
import io.signalbox.profile.TokenRef;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code sources}; at least one must be usable. */
final class SourcesReader {
  private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9._-]+/[A-Za-z0-9._-]+");
  private static final Pattern ORGANIZATION = Pattern.compile("[A-Za-z0-9._-]+");
  private static final URI GITHUB = URI.create("https://api.github.com");
  private final Values values;

  SourcesReader(Values values) {
    this.values = values;
  }

  Optional<SourcesProfile> read(Fields top) {
    Optional<Fields> section = values.section(top, "sources");
    if (section.isEmpty()) {
      if (top.get("sources") == null) {
        top.missing("sources", "give at least one of prometheus, alertmanager, github, exporters");
      }
      return Optional.empty();
    }
    Fields fields = section.get();
    List<HttpSource> prometheus = https(fields, "prometheus", Duration.ofSeconds(5));
    List<HttpSource> alertmanager = https(fields, "alertmanager", Duration.ofSeconds(10));
    Optional<GithubSource> github = values.section(fields, "github").flatMap(this::github);
    List<ExporterSource> exporters = values.sections(fields, "exporters", this::exporter);
    Optional<LokiSource> loki = values.section(fields, "loki").flatMap(this::loki);
    fields.noOthers();
    if (prometheus.isEmpty() && alertmanager.isEmpty() && github.isEmpty() && exporters.isEmpty()) {
      fields
          .problems()
          .add(
              fields.node(),
              "sources",
              "names no usable source; give at least one of prometheus, alertmanager, github,"
                  + " exporters");
      return Optional.empty();
    }
    return Optional.of(
        new SourcesProfile(
            prometheus, alertmanager, github.orElse(null), exporters, loki.orElse(null)));
  }

  private List<HttpSource> https(Fields sources, String kind, Duration every) {
    Set<String> names = new HashSet<>();
    return values.sections(
        sources,
        kind,
        fields -> {
          String name = values.text(fields, "name").orElse("main");
          Optional<URI> url = needed(fields, "url");
          Duration period = values.period(fields, "every", every);
          Optional<TokenRef> bearer =
              values
                  .section(fields, "auth")
                  .flatMap(
                      auth -> {
                        Optional<TokenRef> token = new TokenReader(values).read(auth, "bearer");
                        auth.noOthers();
                        return token;
                      });
          var ca = values.path(fields, "ca").orElse(null);
          if (!names.add(name)) {
            fields
                .problems()
                .add(
                    fields.node(),
                    fields.field("name"),
                    "`" + name + "` is used twice; names tell sources apart");
            return Optional.empty();
          }
          return url.map(u -> new HttpSource(name, u, period, bearer.orElse(null), ca));
        });
  }

  private Optional<URI> needed(Fields fields, String key) {
    if (fields.get(key) == null) {
      fields.missing(key, "give the address, e.g. `" + key + ": \"http://192.0.2.10:9090\"`");
    }
    return values.url(fields, key);
  }

  private Optional<GithubSource> github(Fields fields) {
    URI api = values.url(fields, "api").orElse(GITHUB);
    boolean badApi = fields.get("api") != null && values.url(fields, "api").isEmpty();
    Duration every = values.period(fields, "every", Duration.ofSeconds(15));
    List<String> repositories = named(fields, "repositories", REPOSITORY, "owner/name");
    List<String> organizations =
        named(fields, "organizations", ORGANIZATION, "an organization's name");
    Optional<TokenRef> token = new TokenReader(values).read(fields, "token");
    var ca = values.path(fields, "ca").orElse(null);
    fields.noOthers();
    if (repositories.isEmpty() && organizations.isEmpty()) {
      fields.missing("repositories", "name at least one, e.g. `repositories: [acme/shop]`");
      return Optional.empty();
    }
    return badApi
        ? Optional.empty()
        : Optional.of(
            new GithubSource(api, every, repositories, organizations, token.orElse(null), ca));
  }

  private List<String> named(Fields fields, String key, Pattern pattern, String right) {
    return values.texts(fields, key).stream()
        .filter(
            name -> {
              boolean good = pattern.matcher(name).matches();
              if (!good && !SecretScan.looksSecret(name)) {
                fields
                    .problems()
                    .add(
                        Optional.ofNullable(fields.get(key)).orElse(fields.node()),
                        fields.field(key),
                        "`" + name + "` is not " + right);
              }
              return good;
            })
        .distinct()
        .toList();
  }

  private Optional<ExporterSource> exporter(Fields fields) {
    Optional<String> host = values.text(fields, "host");
    if (fields.get("host") == null) {
      fields.missing("host", "name the host it runs on, as in `hosts`");
    }
    Optional<URI> url = needed(fields, "url");
    Duration every = values.period(fields, "every", Duration.ofSeconds(15));
    return host.flatMap(h -> url.map(u -> new ExporterSource(h, u, every)));
  }

  private Optional<LokiSource> loki(Fields fields) {
    Optional<LokiSource> loki = needed(fields, "url").map(LokiSource::new);
    fields.noOthers();
    return loki;
  }
}
