package io.signalbox.prometheus;

import io.signalbox.http.JsonCursor;
import io.signalbox.http.WireException;
import io.signalbox.model.Sample;
import io.signalbox.model.SeriesHistory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Query results. A NaN is no value and is left out; so is a native histogram, which is no number.
 * Not for several threads: one per answer.
 */
final class Series {
  private long[] seconds = new long[128];
  private double[] values = new double[128];

  /** The samples of an instant query, without ages. */
  static List<Sample> vector(JsonCursor json) throws IOException {
    List<Sample> samples = new ArrayList<>();
    new Series()
        .result(
            json,
            (series, labels, points) -> {
              if (points > 0) {
                samples.add(new Sample(labels, series.values[0], null));
              }
            });
    return List.copyOf(samples);
  }

  /** The points of a range query. */
  static List<SeriesHistory> matrix(JsonCursor json) throws IOException {
    List<SeriesHistory> all = new ArrayList<>();
    new Series()
        .result(
            json,
            (series, labels, points) ->
                all.add(
                    new SeriesHistory(
                        labels,
                        Arrays.copyOf(series.seconds, points),
                        Arrays.copyOf(series.values, points))));
    return List.copyOf(all);
  }

  private interface Sink {
    void take(Series series, Map<String, String> labels, int points);
  }

  private void result(JsonCursor json, Sink sink) throws IOException {
    json.object();
    String type = null;
    boolean found = false;
    for (String field = json.field(); field != null; field = json.field()) {
      switch (field) {
        case "resultType" -> {
          type = json.text();
          if (type.equals("scalar") || type.equals("string")) {
            throw new WireException("the query gives a " + type + ", not series with labels");
          }
        }
        case "result" -> {
          found = true;
          json.array();
          while (json.more()) {
            one(json, sink);
          }
        }
        default -> json.skip();
      }
    }
    if (!found) {
      throw new WireException("its data has no result");
    }
  }

  private void one(JsonCursor json, Sink sink) throws IOException {
    json.object();
    Map<String, String> labels = Map.of();
    int points = 0;
    for (String field = json.field(); field != null; field = json.field()) {
      switch (field) {
        case "metric" -> labels = json.texts();
        case "value" -> points = point(json, 0);
        case "values" -> {
          json.array();
          while (json.more()) {
            points = point(json, points);
          }
        }
        default -> json.skip();
      }
    }
    sink.take(this, labels, points);
  }

  /** Reads {@code [seconds, "number"]} behind the points so far; gives the new count. */
  private int point(JsonCursor json, int count) throws IOException {
    JsonParser parser = json.parser();
    json.array();
    parser.nextToken();
    double time = json.decimal();
    if (parser.nextToken() != JsonToken.VALUE_STRING) {
      throw json.wrong("a number as text");
    }
    double value =
        PromNumber.parse(
            parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
    while (json.more()) {
      json.skip();
    }
    if (Double.isNaN(value)) {
      return count;
    }
    if (count == values.length) {
      seconds = Arrays.copyOf(seconds, count * 2);
      values = Arrays.copyOf(values, count * 2);
    }
    seconds[count] = (long) time;
    values[count] = value;
    return count + 1;
  }

  /** The value samples with the times that a second query measured for the same labels. */
  static List<Sample> join(List<Sample> values, @Nullable List<Sample> ages) {
    if (ages == null || ages.isEmpty()) {
      return values;
    }
    Map<Map<String, String>, Sample> byLabels = new HashMap<>();
    ages.forEach(age -> byLabels.put(age.labels(), age));
    return values.stream()
        .map(
            value -> {
              Sample age = byLabels.get(value.labels());
              return age == null
                  ? value
                  : new Sample(value.labels(), value.value(), Times.ofSeconds(age.value()));
            })
        .toList();
  }
}
