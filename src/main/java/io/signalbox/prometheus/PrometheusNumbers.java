package io.signalbox.prometheus;

import io.signalbox.http.Endpoint;
import io.signalbox.http.HttpClients;
import io.signalbox.model.Sample;
import io.signalbox.profile.HttpSource;
import io.signalbox.secret.LazyToken;
import io.signalbox.snapshot.NumberLookup;
import io.signalbox.snapshot.SourceException;
import java.time.Duration;
import java.util.List;

/** Instant queries of one Prometheus for their numbers alone. Safe on every thread. */
public final class PrometheusNumbers implements NumberLookup {
  private static final Duration CONNECT = Duration.ofSeconds(3);

  private final PrometheusApi api;
  private final String name;

  /** Sends nothing yet. */
  public PrometheusNumbers(HttpSource profile, HttpClients clients, LazyToken token) {
    name = "Prometheus " + profile.name();
    api =
        new PrometheusApi(new Endpoint(clients, name, profile.url(), profile.ca(), CONNECT), token);
  }

  @Override
  public List<Double> numbers(String expression) throws SourceException, InterruptedException {
    Envelope<List<Sample>> answer = api.query(expression, Series::vector);
    List<Sample> samples = answer.data();
    if (samples == null) {
      throw SourceException.passing(
          name + " cannot answer " + expression + ": " + answer.error() + ".", null);
    }
    return samples.stream().map(Sample::value).toList();
  }
}
