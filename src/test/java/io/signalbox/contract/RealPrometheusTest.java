package io.signalbox.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.signalbox.model.AlertInstance;
import io.signalbox.model.AlertState;
import io.signalbox.model.PrometheusReading;
import io.signalbox.model.Sample;
import io.signalbox.model.ScrapeTarget;
import io.signalbox.model.SeriesHistory;
import io.signalbox.model.Severity;
import io.signalbox.model.Signal;
import io.signalbox.profile.SignalQuery;
import io.signalbox.profile.SignalsProfile;
import io.signalbox.prometheus.PrometheusSource;
import io.signalbox.rig.RealPrometheus;
import io.signalbox.rig.RealPrometheus.Scrape;
import io.signalbox.rig.ServedExporter;
import io.signalbox.snapshot.SourceException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract against a real Prometheus that scrapes a served exporter once a second. */
class RealPrometheusTest extends PrometheusContract {
  private static final String LABELS = "{hostname=\"runner-a\",environment=\"production\"";
  private static final String UP =
      """
      runner_status%1$s,active_state="active"} 1
      runner_cpu_usage_percent%1$s} 12.5
      runner_memory_usage_percent%1$s} 40
      runner_disk_usage_percent%1$s} 61.25
      """
          .formatted(LABELS);
  private static final String RULES =
      """
      groups:
        - name: runners
          rules:
            - alert: RunnerOffline
              expr: runner_status == 0
              labels: { severity: critical }
              annotations: { summary: "{{ $labels.hostname }} is offline" }
      """;

  private static final ServedExporter exporter = new ServedExporter(UP);
  private static RealPrometheus prometheus;
  private Clock clock = Clock.systemUTC();

  @BeforeAll
  static void startServer(@TempDir Path folder) {
    // Two jobs scrape the same machine, as in the field: its series exist twice.
    prometheus =
        RealPrometheus.start(
            folder,
            List.of(
                Scrape.of(exporter.instance()),
                new Scrape("again", exporter.instance(), Map.of("runner_role", "primary"))),
            RULES);
  }

  @AfterAll
  static void stopServer() {
    if (prometheus != null) {
      prometheus.close();
    }
    exporter.close();
  }

  /** Waits for a scrape of this very test: what an earlier one left behind may linger. */
  @BeforeEach
  void allIsWell() {
    exporter.text(UP);
    exporter.start();
    Instant begun = clock.instant();
    PrometheusSource source = source(signals());
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(300))
        .until(() -> scraped(source.read().value(), begun));
  }

  private boolean scraped(PrometheusReading reading, Instant since) {
    return sample(reading, Signal.STATUS).filter(sample -> sample.value() == 1).isPresent()
        && reading.targets().stream().allMatch(target -> upSince(target, since));
  }

  private double status(PrometheusReading reading) {
    return sample(reading, Signal.STATUS).map(Sample::value).orElse(Double.NaN);
  }

  private static boolean upSince(ScrapeTarget target, Instant since) {
    Instant at = target.lastScrape();
    return Boolean.TRUE.equals(target.up()) && at != null && at.isAfter(since);
  }

  @Override
  protected URI url() {
    return prometheus.url();
  }

  @Override
  protected Clock clock() {
    return clock;
  }

  @Override
  protected SignalsProfile signals() {
    return new SignalsProfile(
        List.of("hostname"),
        Map.of(
                Signal.STATUS, "runner_status",
                Signal.CPU, "runner_cpu_usage_percent",
                Signal.MEMORY, "runner_memory_usage_percent",
                Signal.DISK, "runner_disk_usage_percent")
            .entrySet()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> query(e.getValue()))));
  }

  private static SignalQuery query(String metric) {
    String selector = metric + "{environment=\"production\"}";
    return new SignalQuery(
        "max by (hostname) (" + selector + ")", "max by (hostname) (timestamp(" + selector + "))");
  }

  @Override
  protected Map<String, String> runner() {
    return Map.of("hostname", "runner-a");
  }

  @Override
  protected String instance() {
    return exporter.instance();
  }

  @Override
  protected Duration reaction() {
    return Duration.ofSeconds(3);
  }

  @Override
  protected void stopExporter() {
    exporter.stop();
  }

  @Override
  protected void startExporter() {
    exporter.start();
  }

  @Test
  void historyStillKnowsAnExporterThatHasVanished() throws Exception {
    Instant alive = sample(untilScraped().value(), Signal.STATUS).orElseThrow().at();
    exporter.stop();
    // The range's steps count back from the clock: this one puts a step on a moment of life.
    clock = Clock.fixed(alive.plusSeconds(31).truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(300))
        .until(() -> sample(source(signals()).read().value(), Signal.STATUS).isEmpty());
    SeriesHistory history = history(source(signals()).read().value()).orElseThrow();
    assertThat(history.values()).containsOnly(1.0);
    assertThat(history.seconds()[0]).isCloseTo(alive.getEpochSecond(), within(2L));
  }

  @Test
  void duplicatedSeriesFoldToOneSample() {
    PrometheusReading reading = untilScraped().value();
    assertThat(reading.targets()).hasSize(2);
    assertThat(reading.signals().get(Signal.CPU).samples())
        .singleElement()
        .satisfies(sample -> assertThat(sample.value()).isEqualTo(12.5));
  }

  @Test
  void aStoppedServiceIsZeroAndItsAlertFires() throws Exception {
    untilScraped();
    exporter.text(UP.replace("\"active\"} 1", "\"inactive\"} 0"));
    PrometheusSource source = source(signals());
    PrometheusReading reading =
        await()
            .atMost(Duration.ofSeconds(20))
            .pollInterval(Duration.ofMillis(300))
            .until(() -> source.read().value(), r -> !r.alerts().isEmpty() && status(r) == 0);
    AlertInstance alert = reading.alerts().getFirst();
    assertThat(alert.name()).isEqualTo("RunnerOffline");
    assertThat(alert.state()).isEqualTo(AlertState.FIRING);
    assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(alert.summary()).isEqualTo("runner-a is offline");
    assertThat(alert.since()).isNotNull();
    assertThat(reading.rules())
        .singleElement()
        .satisfies(rule -> assertThat(rule.group()).isEqualTo("runners"));
  }

  @Test
  void aRestartIsAPassingFailureAndWhatLingersAfterItShowsItsRealAge() throws Exception {
    PrometheusSource source = source(signals());
    untilScraped();
    prometheus.stop();
    Instant stopped = clock.instant();
    SourceException e = Assertions.catchThrowableOfType(SourceException.class, source::read);
    assertThat(e).hasMessageContaining("refused the connection");
    exporter.stop();
    prometheus.restart();
    // Nothing tells the restarted server that the series has ended, so it answers with the old
    // value for five minutes: only the time of the scrape gives it away.
    PrometheusReading reading =
        await()
            .atMost(Duration.ofSeconds(20))
            .pollInterval(Duration.ofMillis(300))
            .until(
                () -> source(signals()).read().value(),
                r -> r.targets().stream().anyMatch(target -> Boolean.FALSE.equals(target.up())));
    assertThat(sample(reading, Signal.STATUS).orElseThrow().at()).isBefore(stopped);
  }
}
