package io.signalbox.prometheus;

import io.signalbox.http.Endpoint;
import io.signalbox.http.JsonCursor;
import io.signalbox.http.Snippet;
import io.signalbox.http.WireException;
import io.signalbox.secret.LazyToken;
import io.signalbox.secret.Secret;
import io.signalbox.snapshot.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import okhttp3.FormBody;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The questions asked of a Prometheus (HTTP API v1). Queries go as form-encoded POST with the
 * server's own limit two seconds below ours; {@code dedup} and {@code partial_response} are for a
 * Thanos in its place.
 */
final class PrometheusApi {
  private static final Duration INSTANT = Duration.ofSeconds(10);
  private static final Duration RANGE = Duration.ofSeconds(20);

  private final Endpoint endpoint;
  private final LazyToken token;

  PrometheusApi(Endpoint endpoint, LazyToken token) {
    this.endpoint = endpoint;
    this.token = token;
  }

  <T> Envelope<T> query(String expression, JsonCursor.Element<T> reader)
      throws SourceException, InterruptedException {
    FormBody form = form(expression, "8s").build();
    return ask("api/v1/query", request("api/v1/query").post(form), INSTANT, reader);
  }

  <T> Envelope<T> range(
      String expression, Instant from, Instant to, Duration step, JsonCursor.Element<T> reader)
      throws SourceException, InterruptedException {
    FormBody form =
        form(expression, "18s")
            .add("start", Long.toString(from.getEpochSecond()))
            .add("end", Long.toString(to.getEpochSecond()))
            .add("step", Long.toString(step.toSeconds()))
            .build();
    return ask("api/v1/query_range", request("api/v1/query_range").post(form), RANGE, reader);
  }

  <T> Envelope<T> get(String path, String name, String value, JsonCursor.Element<T> reader)
      throws SourceException, InterruptedException {
    Request.Builder request =
        new Request.Builder().url(endpoint.url(path).addQueryParameter(name, value).build());
    return ask(path, request, INSTANT, reader);
  }

  private Request.Builder request(String path) {
    return new Request.Builder().url(endpoint.url(path).build());
  }

  private static FormBody.Builder form(String expression, String timeout) {
    return new FormBody.Builder()
        .add("query", expression)
        .add("timeout", timeout)
        .add("dedup", "true")
        .add("partial_response", "true");
  }

  private <T> Envelope<T> ask(
      String path, Request.Builder request, Duration total, JsonCursor.Element<T> reader)
      throws SourceException, InterruptedException {
    Secret secret = token.get();
    if (secret != null) {
      request.header("Authorization", "Bearer " + secret.reveal());
    }
    return endpoint.ask(request.build(), total, (r, body) -> answer(path, r, body, reader));
  }

  private <T> Envelope<T> answer(
      String path, Response response, InputStream body, JsonCursor.Element<T> reader)
      throws IOException, SourceException {
    int status = response.code();
    if (status == 401) {
      token.forget();
      throw SourceException.hopeless(
          endpoint.name()
              + " refuses the credentials (401), sent: "
              + token.place()
              + ". Put a valid token there, then ask again.");
    }
    if (response.isRedirect()) {
      throw SourceException.passing(
          endpoint.name()
              + " redirects to "
              + Snippet.of(response.header("Location", "?"))
              + ", which is not followed. Put the right url in the profile.",
          null);
    }
    try {
      return Envelope.decode(body, reader);
    } catch (WireException notJson) {
      if (response.isSuccessful()) {
        throw notJson;
      }
      throw SourceException.passing(status(path, status), null);
    }
  }

  private String status(String path, int status) {
    return switch (status) {
      case 403 ->
          endpoint.name()
              + " forbids "
              + path
              + " (403). Check the rights of "
              + token.place()
              + ".";
      case 404, 405 ->
          endpoint.name()
              + " does not know "
              + path
              + " ("
              + status
              + "). Check the path in the profile's url.";
      case 503 ->
          endpoint.name()
              + " is not ready (503): it is starting or reading its log. It is asked again.";
      default -> endpoint.name() + " failed on " + path + " with status " + status + ".";
    };
  }
}
