package io.signalbox.prometheus;

import io.signalbox.http.Endpoint;
import io.signalbox.http.HttpClients;
import io.signalbox.http.JsonCursor;
import io.signalbox.model.Sample;
import io.signalbox.model.SeriesHistory;
import io.signalbox.profile.HttpSource;
import io.signalbox.secret.LazyToken;
import io.signalbox.snapshot.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Single questions to one Prometheus, as somebody asks them. Blocks; safe on every thread. */
public final class PrometheusQueries {
  private static final Duration CONNECT = Duration.ofSeconds(3);

  private final Endpoint endpoint;
  private final PrometheusApi api;

  /** Sends nothing yet. */
  public PrometheusQueries(HttpSource source, HttpClients clients, LazyToken token) {
    endpoint =
        new Endpoint(clients, "Prometheus " + source.name(), source.url(), source.ca(), CONNECT);
    api = new PrometheusApi(endpoint, token);
  }

  /**
   * The values now; a NaN is no value and is left out.
   *
   * @throws SourceException where it does not answer, or refuses the expression
   */
  public List<Sample> now(String expression) throws SourceException, InterruptedException {
    try {
      return asked(api.query(expression, Series::vector));
    } catch (SourceException e) {
      if (String.valueOf(e.getMessage()).contains("gives a scalar")) {
        return asked(api.query("vector(" + expression + ")", Series::vector));
      }
      throw e;
    }
  }

  /**
   * The values over a time.
   *
   * @throws SourceException where it does not answer, or refuses the expression
   */
  public List<SeriesHistory> range(String expression, Instant from, Instant to, Duration step)
      throws SourceException, InterruptedException {
    JsonCursor.Element<List<SeriesHistory>> reader = Series::matrix;
    return asked(api.range(expression, from, to, step, reader));
  }

  private <T> T asked(Envelope<T> answer) throws SourceException {
    T data = answer.data();
    if (data == null) {
      throw SourceException.hopeless(
          endpoint.name() + " refuses the query: " + answer.errorType() + ": " + answer.error());
    }
    return data;
  }
}
