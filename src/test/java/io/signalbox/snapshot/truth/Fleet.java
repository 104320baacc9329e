package io.signalbox.snapshot.truth;

import io.signalbox.model.GithubReading;
import io.signalbox.model.GithubRunner;
import io.signalbox.model.PrometheusReading;
import io.signalbox.model.RateBudget;
import io.signalbox.model.RunnerRole;
import io.signalbox.model.Sample;
import io.signalbox.model.SeriesHistory;
import io.signalbox.model.Signal;
import io.signalbox.model.SignalReading;
import io.signalbox.model.SourceId;
import io.signalbox.model.SourceKind;
import io.signalbox.profile.DeploymentProfile;
import io.signalbox.profile.EnvironmentProfile;
import io.signalbox.profile.HostProfile;
import io.signalbox.profile.Profile;
import io.signalbox.profile.RunbooksProfile;
import io.signalbox.profile.RunnerProfile;
import io.signalbox.profile.SignalsProfile;
import io.signalbox.profile.SourcesProfile;
import io.signalbox.profile.SshProfile;
import io.signalbox.profile.Thresholds;
import io.signalbox.snapshot.Reading;
import io.signalbox.snapshot.SourceState;
import io.signalbox.snapshot.SourceStates;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds what sources say about a small fleet, step by step, for the rules' tests. */
final class Fleet {
  static final Instant NOW = Instant.parse("2026-03-01T03:12:45Z");
  static final SourceId PROMETHEUS = new SourceId(SourceKind.PROMETHEUS, "main");
  static final SourceId GITHUB = new SourceId(SourceKind.GITHUB, "github");
  static final List<String> LABELS = List.of("self-hosted", "production", "primary");

  final Map<Signal, List<Sample>> samples = new EnumMap<>(Signal.class);
  final Map<Signal, List<SeriesHistory>> history = new EnumMap<>(Signal.class);
  final List<GithubRunner> github = new ArrayList<>();

  static Profile profile(RunnerProfile... runners) {
    return new Profile(
        Path.of("test.yaml"),
        new EnvironmentProfile("production", "red", true, true),
        new SourcesProfile(List.of(), List.of(), null, List.of()),
        new SshProfile(null, null),
        new SignalsProfile(List.of("hostname"), Map.of()),
        Thresholds.DEFAULT,
        List.of(
            new HostProfile("runner-a", "runner-a", List.of("192.0.2.51:9101"), null, false),
            new HostProfile("runner-b", "runner-b", List.of("192.0.2.52:9101"), null, false)),
        List.of(runners),
        null,
        List.of(),
        new RunbooksProfile(List.of(), Map.of()),
        new DeploymentProfile("", "", List.of()));
  }

  static RunnerProfile runnerA() {
    return new RunnerProfile(
        "shop-runner-a", "runner-a", "a.service", RunnerRole.PRIMARY, LABELS, true);
  }

  Fleet sample(Signal signal, double value, int ageSeconds) {
    samples
        .computeIfAbsent(signal, _ -> new ArrayList<>())
        .add(new Sample(Map.of("hostname", "runner-a"), value, NOW.minusSeconds(ageSeconds)));
    return this;
  }

  /** Minutes of history at 30 s steps that end {@code endAgo} seconds ago, all of one value. */
  Fleet past(Signal signal, double value, int minutes, int endAgo) {
    int n = minutes * 2;
    long[] seconds = new long[n];
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      seconds[i] = NOW.getEpochSecond() - endAgo - 30L * (n - 1 - i);
      values[i] = value;
    }
    history
        .computeIfAbsent(signal, _ -> new ArrayList<>())
        .add(new SeriesHistory(Map.of("hostname", "runner-a"), seconds, values));
    return this;
  }

  Fleet onGithub(boolean online, boolean busy) {
    github.add(new GithubRunner(7, "acme/shop", "shop-runner-a", "Linux", online, busy, LABELS));
    return this;
  }

  Reading<PrometheusReading> prometheusReading() {
    Map<Signal, SignalReading> signals = new EnumMap<>(Signal.class);
    for (Signal signal : Signal.values()) {
      signals.put(
          signal,
          new SignalReading(
              samples.getOrDefault(signal, List.of()), history.getOrDefault(signal, List.of())));
    }
    return Reading.whole(new PrometheusReading(signals, List.of(), List.of(), List.of()));
  }

  Reading<GithubReading> githubReading() {
    return Reading.whole(
        new GithubReading(
            List.copyOf(github), List.of(), List.of(), List.of(), RateBudget.NOT_KNOWN));
  }

  SourceStates fresh() {
    return states(
        new SourceState.Fresh<>(prometheusReading(), NOW),
        new SourceState.Fresh<>(githubReading(), NOW));
  }

  static SourceStates states(
      SourceState<PrometheusReading> prometheus, SourceState<GithubReading> github) {
    Map<SourceId, SourceState<?>> states = new LinkedHashMap<>();
    states.put(PROMETHEUS, prometheus);
    states.put(GITHUB, github);
    return new SourceStates(states);
  }

  static <T> SourceState<T> failed(Reading<T> last, int ageSeconds) {
    return new SourceState.Failed<>(
        last, NOW.minusSeconds(ageSeconds), NOW.minusSeconds(5), "refused", null);
  }
}
