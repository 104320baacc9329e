package io.signalbox.prometheus;

import io.signalbox.http.Endpoint;
import io.signalbox.http.HttpClients;
import io.signalbox.model.PrometheusReading;
import io.signalbox.model.Signal;
import io.signalbox.model.SignalReading;
import io.signalbox.model.SourceId;
import io.signalbox.model.SourceKind;
import io.signalbox.profile.HttpSource;
import io.signalbox.profile.SignalsProfile;
import io.signalbox.secret.LazyToken;
import io.signalbox.snapshot.Reading;
import io.signalbox.snapshot.Source;
import io.signalbox.snapshot.SourceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One Prometheus. A signal whose query fails has no samples in this reading, keeps its history and
 * is named in a warning; alerts, rules and targets that could not be read stay as they last were,
 * with a warning. Asked by one thread at a time.
 */
public final class PrometheusSource implements Source<PrometheusReading> {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration SELDOM = Duration.ofMinutes(1);

  private final HttpSource profile;
  private final SignalsProfile signals;
  private final PrometheusApi api;
  private final Clock clock;
  private final SourceId id;
  private PrometheusReading last = new PrometheusReading(Map.of(), List.of(), List.of(), List.of());
  private Instant historyAt = Instant.MIN;
  private Instant rulesAt = Instant.MIN;

  /** Sends nothing yet. */
  public PrometheusSource(
      HttpSource profile,
      SignalsProfile signals,
      HttpClients clients,
      Clock clock,
      LazyToken token) {
    this.profile = profile;
    this.signals = signals;
    this.clock = clock;
    id = new SourceId(SourceKind.PROMETHEUS, profile.name());
    Endpoint endpoint =
        new Endpoint(clients, "Prometheus " + profile.name(), profile.url(), profile.ca(), CONNECT);
    api = new PrometheusApi(endpoint, token);
  }

  @Override
  public SourceId id() {
    return id;
  }

  @Override
  public Duration every() {
    return profile.every();
  }

  @Override
  public Reading<PrometheusReading> read() throws SourceException, InterruptedException {
    Instant now = clock.instant();
    boolean history = due(historyAt, now);
    boolean rules = due(rulesAt, now);
    PrometheusSweep sweep = new PrometheusSweep(api, id.path());
    sweep.signals(signals.queries());
    sweep.alertsAndTargets();
    if (rules) {
      sweep.rules();
    }
    if (history) {
      sweep.history(signals.queries(), now);
    }
    sweep.run();
    // What was asked seldom and failed altogether is asked again on the next read.
    historyAt = history && sweep.historyRead() ? now : historyAt;
    rulesAt = rules && sweep.rulesRead() ? now : rulesAt;
    last = merged(sweep);
    List<String> warnings = sweep.warnings();
    return new Reading<>(last, !warnings.isEmpty(), warnings, "");
  }

  private static boolean due(Instant at, Instant now) {
    return at.equals(Instant.MIN) || !now.isBefore(at.plus(SELDOM)) || now.isBefore(at);
  }

  private PrometheusReading merged(PrometheusSweep sweep) {
    Map<Signal, SignalReading> merged = new EnumMap<>(Signal.class);
    for (Signal signal : signals.queries().keySet()) {
      SignalReading before =
          last.signals().getOrDefault(signal, new SignalReading(List.of(), List.of()));
      merged.put(
          signal,
          new SignalReading(sweep.samples(signal), sweep.history(signal, before.history())));
    }
    return new PrometheusReading(
        Map.copyOf(merged),
        sweep.alerts(last.alerts()),
        sweep.rules(last.rules()),
        sweep.targets(last.targets()));
  }
}
