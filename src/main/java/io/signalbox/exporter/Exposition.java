package io.signalbox.exporter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.signalbox.http.Endpoint;
import io.signalbox.http.WireException;
import io.signalbox.model.Signal;
import io.signalbox.prometheus.PromNumber;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.EnumMap;
import java.util.Map;

/**
 * The text exposition format 0.0.4: {@code name{label="value"} number [timestamp]}, one sample a
 * line. Of each known metric the largest value counts; NaN is no value.
 */
final class Exposition {
  private static final Map<String, Signal> METRICS =
      Map.of(
          "runner_status", Signal.STATUS,
          "runner_cpu_usage_percent", Signal.CPU,
          "runner_memory_usage_percent", Signal.MEMORY,
          "runner_disk_usage_percent", Signal.DISK,
          "runner_last_check_in_timestamp_seconds", Signal.LAST_CHECK_IN,
          "runner_last_checkin", Signal.LAST_CHECK_IN,
          "runner_capacity", Signal.CAPACITY);

  private Exposition() {}

  static Map<Signal, Double> read(InputStream body) throws IOException {
    BufferedInputStream in = new BufferedInputStream(body);
    in.mark(8);
    int first = in.read();
    in.reset();
    if (first == '<' || first == '{') {
      throw new WireException("it is not metrics but: " + Endpoint.snippet(in));
    }
    Map<Signal, Double> values = new EnumMap<>(Signal.class);
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.startsWith("#") && !line.isBlank()) {
        sample(line.strip(), values);
      }
    }
    return Map.copyOf(values);
  }

  private static void sample(String line, Map<Signal, Double> values) throws WireException {
    int nameEnd = 0;
    while (nameEnd < line.length() && "{ \t".indexOf(line.charAt(nameEnd)) < 0) {
      nameEnd++;
    }
    Signal signal = METRICS.get(line.substring(0, nameEnd));
    if (signal == null) {
      return;
    }
    int valueStart =
        nameEnd < line.length() && line.charAt(nameEnd) == '{' ? labelsEnd(line, nameEnd) : nameEnd;
    String[] rest = line.substring(valueStart).strip().split("[ \\t]+", 2);
    double value = PromNumber.parse(rest[0]);
    if (!Double.isNaN(value)) {
      values.merge(signal, value, Math::max);
    }
  }

  /** The index behind the closing brace; braces inside quotes do not count. */
  private static int labelsEnd(String line, int open) throws WireException {
    boolean quoted = false;
    for (int i = open + 1; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '}' && !quoted) {
        return i + 1;
      }
    }
    throw new WireException("a line of it has labels without an end");
  }
}
