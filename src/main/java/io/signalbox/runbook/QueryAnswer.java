package io.signalbox.runbook;

import io.signalbox.model.Sample;
import io.signalbox.model.SeriesHistory;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a source said to one query of a step.
 *
 * @param source who was asked
 * @param now one value per series; empty means that no series fits, which is not zero
 * @param past the same over the last hour, to be drawn; empty for logs
 * @param lines of a log, oldest first; empty for metrics
 * @param note why a part is missing, empty where nothing is
 */
public record QueryAnswer(
    String query,
    String source,
    List<Sample> now,
    List<SeriesHistory> past,
    List<Line> lines,
    String note,
    Instant at) {
  /** One line of a log: harmless and masked. */
  public record Line(Instant at, Map<String, String> labels, String text) {}

  /** Copies the lists. */
  public QueryAnswer {
    now = List.copyOf(now);
    past = List.copyOf(past);
    lines = List.copyOf(lines);
  }

  /** In one line of text per series or log line. */
  public List<String> text() {
    if (!lines.isEmpty()) {
      return lines.stream().map(line -> line.at() + " " + line.text()).toList();
    }
    return now.isEmpty()
        ? List.of("no series or line fits: " + query)
        : now.stream().map(one -> one.labels() + " " + number(one.value())).toList();
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
