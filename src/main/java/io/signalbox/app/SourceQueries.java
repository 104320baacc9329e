package io.signalbox.app;

import io.signalbox.action.ActionException;
import io.signalbox.loki.LokiQueries;
import io.signalbox.model.Sample;
import io.signalbox.model.SeriesHistory;
import io.signalbox.procedure.NotAnsweredException;
import io.signalbox.procedure.QueryPort;
import io.signalbox.prometheus.PrometheusQueries;
import io.signalbox.runbook.QueryAnswer;
import io.signalbox.snapshot.SourceException;
import io.signalbox.text.SecretFilter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Queries of runbooks over the clients of one environment. */
final class SourceQueries implements QueryPort {
  private static final Duration WINDOW = Duration.ofHours(1);
  private static final Duration STEP = Duration.ofSeconds(30);

  private final Map<String, PrometheusQueries> prometheus;
  private final @Nullable LokiQueries loki;
  private final Clock clock;
  private final SecretFilter secrets;

  SourceQueries(
      Map<String, PrometheusQueries> prometheus,
      @Nullable LokiQueries loki,
      Clock clock,
      SecretFilter secrets) {
    this.prometheus = prometheus;
    this.loki = loki;
    this.clock = clock;
    this.secrets = secrets;
  }

  @Override
  public QueryAnswer promql(String expression)
      throws ActionException, NotAnsweredException, InterruptedException {
    if (prometheus.isEmpty()) {
      throw new ActionException(
          "no Prometheus is configured: give the profile sources.prometheus; nothing was asked");
    }
    StringBuilder failed = new StringBuilder();
    for (Map.Entry<String, PrometheusQueries> source : prometheus.entrySet()) {
      Instant now = clock.instant();
      try {
        List<Sample> values = source.getValue().now(expression);
        return past(expression, source.getKey(), source.getValue(), values, now);
      } catch (SourceException e) {
        failed.append(failed.isEmpty() ? "" : "; ").append(e.getMessage());
      }
    }
    throw new NotAnsweredException(failed.toString());
  }

  private static QueryAnswer past(
      String expression, String name, PrometheusQueries source, List<Sample> values, Instant now)
      throws InterruptedException {
    List<SeriesHistory> curves = List.of();
    String note = "";
    try {
      curves = source.range(expression, now.minus(WINDOW), now, STEP);
    } catch (SourceException e) {
      note = "the last hour could not be read: " + e.getMessage();
    }
    return new QueryAnswer(expression, "prometheus/" + name, values, curves, List.of(), note, now);
  }

  @Override
  public QueryAnswer logql(String expression)
      throws ActionException, NotAnsweredException, InterruptedException {
    if (loki == null) {
      throw new ActionException(
          "no Loki is configured: give the profile sources.loki.url; nothing was asked");
    }
    Instant now = clock.instant();
    try {
      List<QueryAnswer.Line> lines =
          loki.lines(expression, now.minus(WINDOW), now).stream()
              .map(
                  line -> new QueryAnswer.Line(line.at(), line.labels(), secrets.mask(line.text())))
              .toList();
      String note =
          lines.size() == LokiQueries.MOST ? "the newest " + LokiQueries.MOST + " lines only" : "";
      return new QueryAnswer(expression, "loki", List.of(), List.of(), lines, note, now);
    } catch (SourceException e) {
      throw new NotAnsweredException(String.valueOf(e.getMessage()));
    }
  }
}
