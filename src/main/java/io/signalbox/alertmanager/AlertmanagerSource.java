package io.signalbox.alertmanager;

import io.signalbox.http.Endpoint;
import io.signalbox.http.HttpClients;
import io.signalbox.http.Snippet;
import io.signalbox.model.AlertInstance;
import io.signalbox.model.AlertmanagerReading;
import io.signalbox.model.Silence;
import io.signalbox.model.SourceId;
import io.signalbox.model.SourceKind;
import io.signalbox.profile.HttpSource;
import io.signalbox.secret.LazyToken;
import io.signalbox.secret.Secret;
import io.signalbox.snapshot.Reading;
import io.signalbox.snapshot.Source;
import io.signalbox.snapshot.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.Request;
import okhttp3.Response;
import tools.jackson.core.JacksonException;

/**
 * One Alertmanager. It refuses concurrent GETs with 503, so exactly one request is in flight,
 * whoever asks. Silences that cannot be read stay as they were, with a warning; without alerts
 * there is no reading.
 */
public final class AlertmanagerSource implements Source<AlertmanagerReading> {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration TOTAL = Duration.ofSeconds(10);

  private final HttpSource profile;
  private final Endpoint endpoint;
  private final LazyToken token;
  private final SourceId id;
  private final ReentrantLock one = new ReentrantLock();
  private List<Silence> silences = List.of();

  /** Sends nothing yet. */
  public AlertmanagerSource(HttpSource profile, HttpClients clients, LazyToken token) {
    this.profile = profile;
    this.token = token;
    id = new SourceId(SourceKind.ALERTMANAGER, profile.name());
    endpoint =
        new Endpoint(
            clients, "Alertmanager " + profile.name(), profile.url(), profile.ca(), CONNECT);
  }

  @Override
  public SourceId id() {
    return id;
  }

  @Override
  public Duration every() {
    return profile.every();
  }

  @Override
  public Reading<AlertmanagerReading> read() throws SourceException, InterruptedException {
    one.lockInterruptibly();
    try {
      List<AlertInstance> alerts =
          get("api/v2/alerts", body -> AlertmanagerJson.alerts(body, id.path()));
      try {
        silences = get("api/v2/silences", AlertmanagerJson::silences);
      } catch (SourceException e) {
        if (e.isHopeless()) {
          throw e;
        }
        return new Reading<>(
            new AlertmanagerReading(alerts, silences),
            true,
            List.of("silences: not read, shown as they last were. " + e.getMessage()),
            "");
      }
      return Reading.whole(new AlertmanagerReading(alerts, silences));
    } finally {
      one.unlock();
    }
  }

  private interface Decoder<T> {
    T decode(InputStream body) throws IOException;
  }

  private <T> T get(String path, Decoder<T> decoder) throws SourceException, InterruptedException {
    Request.Builder request =
        new Request.Builder().url(endpoint.url(path).build()).header("Accept", "application/json");
    Secret secret = token.get();
    if (secret != null) {
      request.header("Authorization", "Bearer " + secret.reveal());
    }
    return endpoint.ask(
        request.build(),
        TOTAL,
        (response, body) -> {
          if (!response.isSuccessful()) {
            throw refused(path, response, body);
          }
          return decoder.decode(body);
        });
  }

  private SourceException refused(String path, Response response, InputStream body) {
    int status = response.code();
    if (status == 401) {
      token.forget();
      return SourceException.hopeless(
          endpoint.name()
              + " refuses the credentials (401), sent: "
              + token.place()
              + ". Put a valid token there, then ask again.");
    }
    String words =
        switch (status) {
          case 503 ->
              " is busy (503): too many requests at once, or it is starting. It is asked again.";
          case 301, 302, 303, 307, 308 ->
              " redirects to "
                  + Snippet.of(response.header("Location", "?"))
                  + ", which is not followed. Put the right url in the profile.";
          case 403 -> " forbids " + path + " (403). Check the rights of " + token.place() + ".";
          case 404 -> " does not know " + path + " (404). Check the path in the profile's url.";
          default -> " failed on " + path + " with status " + status + ": " + reason(body);
        };
    return SourceException.passing(endpoint.name() + words, null);
  }

  private static String reason(InputStream body) {
    try {
      return Snippet.of(AlertmanagerJson.reason(body));
    } catch (IOException | JacksonException e) {
      return "no reason given";
    }
  }
}
