package io.signalbox.snapshot.truth;

import io.signalbox.model.ExporterReading;
import io.signalbox.model.Input;
import io.signalbox.model.InputState;
import io.signalbox.model.PrometheusReading;
import io.signalbox.model.Sample;
import io.signalbox.model.ScrapeTarget;
import io.signalbox.model.SeriesHistory;
import io.signalbox.model.Signal;
import io.signalbox.model.SignalReading;
import io.signalbox.model.SourceId;
import io.signalbox.model.Trend;
import io.signalbox.snapshot.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The measured inputs of runners, out of every Prometheus and direct exporter. A value is fresh for
 * three scrape intervals; a series that was there and is gone is unknown, never zero; one that
 * never was is not measured.
 */
final class SignalInputs {
  private static final Duration USUAL_INTERVAL = Duration.ofSeconds(15);

  /** One Prometheus, indexed. */
  private record Indexed(
      SourceId id,
      boolean fresh,
      Duration limit,
      Map<Signal, SeriesIndex<Sample>> samples,
      Map<Signal, SeriesIndex<SeriesHistory>> history,
      SeriesIndex<ScrapeTarget> targets,
      Set<Signal> unread,
      boolean read) {}

  private final List<Indexed> prometheus = new ArrayList<>();
  private final Map<SourceId, SourceState<ExporterReading>> exporters;
  private final FleetMemory memory;
  private final Instant now;
  private final boolean anyConfigured;

  SignalInputs(
      List<String> joinOn,
      Map<SourceId, SourceState<PrometheusReading>> sources,
      Map<SourceId, SourceState<ExporterReading>> exporters,
      FleetMemory memory,
      Instant now) {
    this.exporters = exporters;
    this.memory = memory;
    this.now = now;
    this.anyConfigured = !sources.isEmpty() || !exporters.isEmpty();
    sources.forEach((id, state) -> prometheus.add(index(joinOn, id, state)));
  }

  private static Indexed index(
      List<String> joinOn, SourceId id, SourceState<PrometheusReading> state) {
    var reading = state.reading();
    PrometheusReading value =
        reading == null
            ? new PrometheusReading(Map.of(), List.of(), List.of(), List.of())
            : reading.value();
    Map<Signal, SeriesIndex<Sample>> samples = new EnumMap<>(Signal.class);
    Map<Signal, SeriesIndex<SeriesHistory>> history = new EnumMap<>(Signal.class);
    value
        .signals()
        .forEach(
            (Signal signal, SignalReading read) -> {
              samples.put(signal, new SeriesIndex<>(joinOn, read.samples(), Sample::labels));
              history.put(signal, new SeriesIndex<>(joinOn, read.history(), SeriesHistory::labels));
            });
    Duration interval =
        value.targets().stream()
            .map(ScrapeTarget::interval)
            .filter(i -> !i.isZero())
            .max(Duration::compareTo)
            .orElse(USUAL_INTERVAL);
    SeriesIndex<ScrapeTarget> targets =
        new SeriesIndex<>(
            List.of("instance", "runner_name", "hostname"), value.targets(), ScrapeTarget::labels);
    // a part that failed leaves no samples behind: that is not the same as nothing to measure
    Set<Signal> unread = EnumSet.noneOf(Signal.class);
    if (reading != null && reading.partial()) {
      for (Signal signal : Signal.values()) {
        SignalReading read = value.signals().get(signal);
        if (read == null || read.samples().isEmpty()) {
          unread.add(signal);
        }
      }
    }
    return new Indexed(
        id,
        state.fresh(),
        interval.multipliedBy(3),
        samples,
        history,
        targets,
        unread,
        reading != null);
  }

  /** True where any source could measure anything. */
  boolean anyConfigured() {
    return anyConfigured;
  }

  /** The newest value of a signal, wherever it was read. */
  Input of(Identity runner, Signal signal) {
    Input best = null;
    for (Indexed source : prometheus) {
      best = better(best, fromPrometheus(source, runner, signal));
    }
    for (var entry : exporters.entrySet()) {
      best = better(best, fromExporter(entry.getKey(), entry.getValue(), runner, signal));
    }
    if (best != null) {
      return best;
    }
    for (Indexed source : prometheus) {
      if (!source.read()) {
        // it could not be asked, so nobody knows whether it measures this
        return new Input(signal.key(), InputState.UNKNOWN, null, null, null, source.id().path());
      }
    }
    return Input.notMeasured(signal.key());
  }

  private static @Nullable Input better(@Nullable Input a, @Nullable Input b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    if (a.state() != b.state()) {
      return a.state().compareTo(b.state()) < 0 ? a : b;
    }
    Instant first = a.observedAt();
    Instant second = b.observedAt();
    return first == null || (second != null && second.isAfter(first)) ? b : a;
  }

  private @Nullable Input fromPrometheus(Indexed source, Identity runner, Signal signal) {
    String path = source.id().path();
    Sample newest = null;
    SeriesIndex<Sample> samples = source.samples().get(signal);
    for (Sample sample : samples == null ? List.<Sample>of() : samples.of(runner)) {
      newest = newest == null || later(sample.at(), newest.at()) ? sample : newest;
    }
    if (newest != null) {
      Instant at = newest.at();
      if (at != null) {
        memory.saw(runner.name(), signal, at);
      }
      String nonsense = Sense.nonsense(signal, newest.value(), now);
      if (nonsense != null) {
        return new Input(signal.key(), InputState.UNKNOWN, null, nonsense, at, path);
      }
      boolean young = at == null || Duration.between(at, now).compareTo(source.limit()) <= 0;
      InputState state = source.fresh() && young ? InputState.FRESH : InputState.STALE;
      return new Input(
          signal.key(), state, newest.value(), words(signal, newest.value()), at, path);
    }
    Instant last = lastKnown(source, runner, signal);
    if (last != null || source.unread().contains(signal)) {
      return new Input(signal.key(), InputState.UNKNOWN, null, null, last, path);
    }
    return null;
  }

  private @Nullable Instant lastKnown(Indexed source, Identity runner, Signal signal) {
    Instant last = memory.lastSeen(runner.name(), signal);
    SeriesIndex<SeriesHistory> history = source.history().get(signal);
    if (history != null) {
      for (SeriesHistory series : history.of(runner)) {
        if (series.seconds().length > 0) {
          Instant end = Instant.ofEpochSecond(series.seconds()[series.seconds().length - 1]);
          last = last == null || end.isAfter(last) ? end : last;
        }
      }
    }
    return last;
  }

  private static boolean later(@Nullable Instant a, @Nullable Instant b) {
    return a != null && (b == null || a.isAfter(b));
  }

  private @Nullable Input fromExporter(
      SourceId id, SourceState<ExporterReading> state, Identity runner, Signal signal) {
    if (runner.host().isEmpty() || !id.name().equals(runner.host())) {
      return null;
    }
    var reading = state.reading();
    Double value = reading == null ? null : reading.value().values().get(signal);
    if (reading == null || value == null) {
      return null;
    }
    Instant at = reading.value().at();
    String nonsense = Sense.nonsense(signal, value, now);
    if (nonsense != null) {
      return new Input(signal.key(), InputState.UNKNOWN, null, nonsense, at, id.path());
    }
    InputState freshness = state.fresh() ? InputState.FRESH : InputState.STALE;
    return new Input(signal.key(), freshness, value, words(signal, value), at, id.path());
  }

  private static @Nullable String words(Signal signal, double value) {
    return signal == Signal.STATUS ? (value >= 1 ? "service active" : "service not active") : null;
  }

  /** What Prometheus says of scraping this runner's host. */
  Input scrape(Identity runner) {
    for (Indexed source : prometheus) {
      for (ScrapeTarget target : source.targets().of(runner)) {
        Boolean up = target.up();
        InputState state =
            up == null ? InputState.UNKNOWN : source.fresh() ? InputState.FRESH : InputState.STALE;
        String text =
            up == null
                ? null
                : up ? "up" : "down: " + orElse(target.lastError(), "no reason given");
        Double number = up == null ? null : Double.valueOf(up ? 1 : 0);
        return new Input("scrape", state, number, text, target.lastScrape(), source.id().path());
      }
    }
    return Input.notMeasured("scrape");
  }

  private static String orElse(String text, String otherwise) {
    return text.isBlank() ? otherwise : text;
  }

  /** The last hour of a signal; the longest series where several match. */
  @Nullable Trend trend(Identity runner, Signal signal) {
    SeriesHistory longest = null;
    for (Indexed source : prometheus) {
      SeriesIndex<SeriesHistory> history = source.history().get(signal);
      for (SeriesHistory series : history == null ? List.<SeriesHistory>of() : history.of(runner)) {
        boolean more = longest == null || series.seconds().length > longest.seconds().length;
        longest = more ? series : longest;
      }
    }
    return longest == null || longest.seconds().length == 0
        ? null
        : new Trend(signal, longest.seconds(), longest.values());
  }

  /** The hostname that series of this runner carry, for a runner without a map entry. */
  String hostname(Identity runner) {
    for (Indexed source : prometheus) {
      SeriesIndex<Sample> status = source.samples().get(Signal.STATUS);
      for (Sample sample : status == null ? List.<Sample>of() : status.of(runner)) {
        String hostname = sample.labels().get("hostname");
        if (hostname != null && !hostname.isEmpty()) {
          return hostname;
        }
      }
    }
    return "";
  }
}
