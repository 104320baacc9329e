package io.signalbox.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.http.HttpClients;
import io.signalbox.model.PrometheusReading;
import io.signalbox.model.Sample;
import io.signalbox.model.ScrapeTarget;
import io.signalbox.model.SeriesHistory;
import io.signalbox.model.Signal;
import io.signalbox.model.SignalReading;
import io.signalbox.profile.HttpSource;
import io.signalbox.profile.SignalQuery;
import io.signalbox.profile.SignalsProfile;
import io.signalbox.prometheus.PrometheusSource;
import io.signalbox.secret.LazyToken;
import io.signalbox.secret.Tokens;
import io.signalbox.snapshot.Reading;
import io.signalbox.snapshot.SourceException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A Prometheus, real or simulated, that scrapes a runner whose service is up. A subclass starts it
 * before each test and says how to reach and disturb it.
 */
public abstract class PrometheusContract {
  private final HttpClients clients = new HttpClients();

  /** Where it answers. */
  protected abstract URI url();

  /** The server's time. */
  protected abstract Clock clock();

  /** The queries asked of it, with an age for each; STATUS at least. */
  protected abstract SignalsProfile signals();

  /** The labels that the queries leave of the runner's series. */
  protected abstract Map<String, String> runner();

  /** The scrape instance of the runner's exporter. */
  protected abstract String instance();

  /** The longest time from a change at the exporter until the server knows it. */
  protected abstract Duration reaction();

  /** Makes the runner's exporter unreachable for the server. */
  protected abstract void stopExporter();

  /** Makes it reachable again. */
  protected abstract void startExporter();

  @AfterEach
  final void closeClients() {
    clients.close();
  }

  @Test
  final void everySignalHasAValueAndTheTimeOfItsScrape() throws Exception {
    Reading<PrometheusReading> reading = untilScraped();
    assertThat(reading.warnings()).isEmpty();
    assertThat(reading.partial()).isFalse();
    for (Signal signal : signals().queries().keySet()) {
      Sample sample = sample(reading.value(), signal).orElseThrow();
      assertThat(sample.at()).as(signal.key()).isNotNull();
      assertThat(Duration.between(sample.at(), clock().instant()))
          .as("age of " + signal.key())
          .isBetween(Duration.ofSeconds(-2), reaction().plusSeconds(5));
    }
    assertThat(sample(reading.value(), Signal.STATUS).orElseThrow().value()).isEqualTo(1);
  }

  @Test
  final void historyRunsForwardInSteps() throws Exception {
    SeriesHistory history =
        await()
            .atMost(reaction().plusSeconds(20))
            .pollInterval(Duration.ofMillis(300))
            .until(() -> history(readAnew().value()), Optional::isPresent)
            .orElseThrow();
    assertThat(history.seconds()).hasSameSizeAs(history.values()).isNotEmpty();
    for (int i = 1; i < history.seconds().length; i++) {
      assertThat(history.seconds()[i] - history.seconds()[i - 1]).isPositive();
      assertThat((history.seconds()[i] - history.seconds()[i - 1]) % 30).isZero();
    }
    assertThat(Arrays.stream(history.values()).boxed()).last().isEqualTo(1.0);
  }

  @Test
  final void theTargetIsUpWithItsIntervalAndLastScrape() throws Exception {
    ScrapeTarget target = target(untilScraped().value());
    assertThat(target.up()).isTrue();
    assertThat(target.lastScrape()).isNotNull();
    assertThat(target.interval()).isPositive();
    assertThat(target.lastError()).isEmpty();
    assertThat(target.labels()).containsEntry("instance", instance());
  }

  @Test
  final void aQueryThatIsNoneIsRefusedAndTheRestIsRead() throws Exception {
    untilScraped();
    Map<Signal, SignalQuery> queries = new EnumMap<>(Map.copyOf(signals().queries()));
    queries.put(Signal.CPU, new SignalQuery("max by (", null));
    Reading<PrometheusReading> reading =
        source(new SignalsProfile(signals().joinOn(), queries)).read();
    assertThat(reading.partial()).isTrue();
    assertThat(reading.warnings())
        .isNotEmpty()
        .allSatisfy(warning -> assertThat(warning).contains("signal cpu", "signals.cpu"));
    assertThat(sample(reading.value(), Signal.STATUS)).isPresent();
  }

  @Test
  final void aVanishedExporterIsNoValueAndItsTargetIsDown() throws Exception {
    untilScraped();
    stopExporter();
    PrometheusReading gone =
        await()
            .atMost(reaction().plusSeconds(20))
            .pollInterval(Duration.ofMillis(300))
            .until(() -> source(signals()).read().value(), this::holdsNoSample);
    assertThat(target(gone).up()).isFalse();
    assertThat(target(gone).lastError()).isNotEmpty();
    startExporter();
    await()
        .atMost(reaction().plusSeconds(20))
        .pollInterval(Duration.ofMillis(300))
        .until(() -> sample(source(signals()).read().value(), Signal.STATUS).isPresent());
  }

  private boolean holdsNoSample(PrometheusReading reading) {
    return signals().queries().keySet().stream().allMatch(s -> sample(reading, s).isEmpty());
  }

  @Test
  final void alertsAndRulesAreAnswered() throws Exception {
    Reading<PrometheusReading> reading = untilScraped();
    assertThat(reading.value().rules())
        .allSatisfy(
            rule -> {
              assertThat(rule.name()).isNotEmpty();
              assertThat(rule.query()).isNotEmpty();
            });
    assertThat(reading.value().alerts())
        .allSatisfy(alert -> assertThat(alert.source()).isEqualTo("prometheus/contract"));
  }

  /** The client under test, asking these signals. */
  protected final PrometheusSource source(SignalsProfile asked) {
    return new PrometheusSource(
        new HttpSource("contract", url(), Duration.ofSeconds(5), null, null),
        asked,
        clients,
        clock(),
        new LazyToken(new Tokens(Map.of()), null));
  }

  /** A first reading in which the runner's status is there. */
  protected final Reading<PrometheusReading> untilScraped() {
    return await()
        .atMost(reaction().plusSeconds(20))
        .pollInterval(Duration.ofMillis(300))
        .until(
            this::readAnew,
            r ->
                signals().queries().keySet().stream()
                    .allMatch(signal -> sample(r.value(), signal).isPresent()));
  }

  private Reading<PrometheusReading> readAnew() throws SourceException, InterruptedException {
    return source(signals()).read(); // a new source, so that history is asked too
  }

  /** The runner's sample of a signal. */
  protected final Optional<Sample> sample(PrometheusReading reading, Signal signal) {
    return reading.signals().get(signal).samples().stream()
        .filter(sample -> sample.labels().equals(runner()))
        .findFirst();
  }

  /** The history of the runner's status. */
  protected final Optional<SeriesHistory> history(PrometheusReading reading) {
    SignalReading status =
        reading.signals().getOrDefault(Signal.STATUS, new SignalReading(List.of(), List.of()));
    return status.history().stream().filter(h -> h.labels().equals(runner())).findFirst();
  }

  private ScrapeTarget target(PrometheusReading reading) {
    return reading.targets().stream()
        .filter(target -> target.instance().equals(instance()))
        .findFirst()
        .orElseThrow();
  }
}
