package io.signalbox.loki;

import io.signalbox.http.Endpoint;
import io.signalbox.http.HttpClients;
import io.signalbox.http.JsonCursor;
import io.signalbox.http.WireException;
import io.signalbox.profile.LokiSource;
import io.signalbox.snapshot.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Asks a Loki for lines ({@code GET /loki/api/v1/query_range}, Loki HTTP API). Blocks; safe on
 * every thread.
 */
public final class LokiQueries {
  /** How many lines one question gives at most. */
  public static final int MOST = 500;

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration TOTAL = Duration.ofSeconds(30);

  private final Endpoint endpoint;

  /** Sends nothing yet. */
  public LokiQueries(LokiSource source, HttpClients clients) {
    endpoint = new Endpoint(clients, "Loki", source.url(), null, CONNECT);
  }

  /** Its name with host and port. */
  public String name() {
    return endpoint.name();
  }

  /**
   * The newest lines of a time, oldest first; a metric query gives one line per value.
   *
   * @throws SourceException where it does not answer, or refuses the query
   */
  public List<LokiLine> lines(String query, Instant from, Instant to)
      throws SourceException, InterruptedException {
    HttpUrl url =
        endpoint
            .url("loki/api/v1/query_range")
            .addQueryParameter("query", query)
            .addQueryParameter("start", nanoseconds(from))
            .addQueryParameter("end", nanoseconds(to))
            .addQueryParameter("limit", Integer.toString(MOST))
            .addQueryParameter("direction", "backward")
            .build();
    List<LokiLine> lines =
        endpoint.ask(
            new Request.Builder().url(url).build(),
            TOTAL,
            (response, body) -> {
              if (!response.isSuccessful()) {
                throw refused(response.code(), body);
              }
              return decode(body);
            });
    return lines.stream().sorted(Comparator.comparing(LokiLine::at)).toList();
  }

  private static String nanoseconds(Instant at) {
    return at.getEpochSecond() + "%09d".formatted(at.getNano());
  }

  private SourceException refused(int status, InputStream body) throws IOException {
    return SourceException.passing(
        endpoint.name()
            + " refuses the query with status "
            + status
            + ": "
            + Endpoint.snippet(body),
        null);
  }

  private static List<LokiLine> decode(InputStream body) throws IOException {
    List<LokiLine> lines = new ArrayList<>();
    try (JsonCursor json = JsonCursor.open(body)) {
      json.object();
      boolean found = false;
      for (String field = json.field(); field != null; field = json.field()) {
        if (field.equals("data")) {
          json.object();
          for (String part = json.field(); part != null; part = json.field()) {
            if (part.equals("result")) {
              found = true;
              json.array();
              while (json.more()) {
                stream(json, lines);
              }
            } else {
              json.skip();
            }
          }
        } else {
          json.skip();
        }
      }
      if (!found) {
        throw new WireException("it has no data with a result, so it is no Loki answer");
      }
    }
    return lines;
  }

  private static void stream(JsonCursor json, List<LokiLine> into) throws IOException {
    Map<String, String> labels = Map.of();
    List<String> times = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    json.object();
    for (String field = json.field(); field != null; field = json.field()) {
      switch (field) {
        case "stream", "metric" -> labels = json.texts();
        case "values" -> {
          json.array();
          while (json.more()) {
            json.array();
            json.more();
            times.add(json.isText() ? json.text() : Double.toString(json.decimal()));
            json.more();
            texts.add(json.text());
            while (json.more()) {
              json.skip();
            }
          }
        }
        default -> json.skip();
      }
    }
    for (int i = 0; i < texts.size(); i++) {
      into.add(new LokiLine(time(times.get(i)), labels, texts.get(i)));
    }
  }

  /** Nanoseconds for lines, seconds with a fraction for values. */
  private static Instant time(String text) throws WireException {
    try {
      if (text.matches("\\d{15,19}")) {
        long nanoseconds = Long.parseLong(text);
        return Instant.ofEpochSecond(nanoseconds / 1_000_000_000L, nanoseconds % 1_000_000_000L);
      }
      return Instant.ofEpochMilli((long) (Double.parseDouble(text) * 1000));
    } catch (NumberFormatException e) {
      throw new WireException("a time is no number");
    }
  }
}
