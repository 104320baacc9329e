package io.signalbox.exporter;

import io.signalbox.http.Endpoint;
import io.signalbox.http.HttpClients;
import io.signalbox.model.ExporterReading;
import io.signalbox.model.Signal;
import io.signalbox.model.SourceId;
import io.signalbox.model.SourceKind;
import io.signalbox.profile.ExporterSource;
import io.signalbox.snapshot.Reading;
import io.signalbox.snapshot.Source;
import io.signalbox.snapshot.SourceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import okhttp3.Request;

/** A host's exporter, scraped by this console itself. */
public final class ExporterScrape implements Source<ExporterReading> {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration TOTAL = Duration.ofSeconds(10);

  private final ExporterSource profile;
  private final Endpoint endpoint;
  private final Clock clock;
  private final SourceId id;

  /** Sends nothing yet. */
  public ExporterScrape(ExporterSource profile, HttpClients clients, Clock clock) {
    this.profile = profile;
    this.clock = clock;
    id = new SourceId(SourceKind.EXPORTER, profile.host());
    endpoint = new Endpoint(clients, "Exporter of " + profile.host(), profile.url(), null, CONNECT);
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
  public Reading<ExporterReading> read() throws SourceException, InterruptedException {
    Instant at = clock.instant();
    Request request =
        new Request.Builder().url(profile.url().toString()).header("Accept", "text/plain").build();
    Map<Signal, Double> values =
        endpoint.ask(
            request,
            TOTAL,
            (response, body) -> {
              if (!response.isSuccessful()) {
                throw SourceException.passing(
                    endpoint.name()
                        + " answers "
                        + request.url().encodedPath()
                        + " with status "
                        + response.code()
                        + ". Check the url in the profile and the exporter's log.",
                    null);
              }
              return Exposition.read(body);
            });
    ExporterReading reading = new ExporterReading(profile.host(), values, at);
    return values.isEmpty()
        ? new Reading<>(
            reading,
            true,
            List.of(
                endpoint.name() + " serves none of the runner metrics: is it the right exporter?"),
            "")
        : Reading.whole(reading);
  }
}
