package io.signalbox.bench;

import io.signalbox.github.RunnersJson;
import io.signalbox.model.GithubReading;
import io.signalbox.model.GithubRunner;
import io.signalbox.model.PrometheusReading;
import io.signalbox.model.RateBudget;
import io.signalbox.model.Sample;
import io.signalbox.model.Signal;
import io.signalbox.model.SignalReading;
import io.signalbox.model.SourceId;
import io.signalbox.model.SourceKind;
import io.signalbox.profile.EnvironmentProfile;
import io.signalbox.profile.Profile;
import io.signalbox.profile.SignalsProfile;
import io.signalbox.snapshot.Reading;
import io.signalbox.snapshot.SourceState;
import io.signalbox.snapshot.SourceStates;
import io.signalbox.snapshot.truth.Reconciler;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Decoding and reconciling 10,000 runners, against Jackson's tree of the same bytes. */
final class FleetBenchmark {
  private static final int RUNNERS = 10_000;
  private static final int WARM_UP = 15;
  private static final int COUNTED = 21;
  private static final Instant NOW = Instant.parse("2026-03-01T03:12:45Z");
  private final JsonMapper plain = JsonMapper.builder().build();

  void run() throws Exception {
    byte[] body = body();
    Reconciler reconciler = reconciler();
    PrometheusReading metrics = metrics();
    double parse = median(() -> plain.readTree(body));
    double decode = median(() -> RunnersJson.decode(new ByteArrayInputStream(body), "acme/shop"));
    List<GithubRunner> runners = RunnersJson.decode(new ByteArrayInputStream(body), "acme/shop");
    double reconcile = median(() -> reconciler.reconcile(states(runners, metrics), NOW));
    System.out.printf(
        "fleet: %,d runners, %.1f MB of JSON, medians of %d%n",
        RUNNERS, body.length / 1e6, COUNTED);
    System.out.printf("  Jackson, plain tree          %7.1f ms   1.00%n", parse);
    System.out.printf("  decode to runners            %7.1f ms   %.2f%n", decode, decode / parse);
    System.out.printf(
        "  reconcile with 6 signals     %7.1f ms   %.2f%n", reconcile, reconcile / parse);
    System.out.printf(
        "  decode and reconcile         %7.1f ms   %.2f%n",
        decode + reconcile, (decode + reconcile) / parse);
  }

  private interface Work {
    Object run() throws Exception;
  }

  private static double median(Work work) throws Exception {
    double[] milliseconds = new double[COUNTED];
    int kept = 0;
    for (int i = 0; i < WARM_UP + COUNTED; i++) {
      long start = System.nanoTime();
      kept += System.identityHashCode(work.run()) & 1;
      if (i >= WARM_UP) {
        milliseconds[i - WARM_UP] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(milliseconds);
    return kept < 0 ? Double.NaN : milliseconds[COUNTED / 2];
  }

  private static byte[] body() {
    StringBuilder json = new StringBuilder("{\"total_count\":" + RUNNERS + ",\"runners\":[");
    for (int i = 0; i < RUNNERS; i++) {
      json.append(i == 0 ? "" : ",")
          .append("{\"id\":")
          .append(i)
          .append(",\"name\":\"shop-runner-")
          .append(i)
          .append("\",\"os\":\"Linux\",\"status\":\"")
          .append(i % 50 == 0 ? "offline" : "online")
          .append("\",\"busy\":")
          .append(i % 3 == 0)
          .append(",\"ephemeral\":false,\"runner_group_id\":1,\"labels\":[");
      for (String label : List.of("self-hosted", "Linux", "X64", "production")) {
        json.append(label.equals("self-hosted") ? "" : ",")
            .append("{\"id\":5,\"name\":\"")
            .append(label)
            .append("\",\"type\":\"custom\"}");
      }
      json.append("]}");
    }
    return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Reconciler reconciler() {
    Profile empty =
        Profile.empty(Path.of("bench.yaml"), new EnvironmentProfile("bench", "grey", true, true));
    return new Reconciler(
        new Profile(
            empty.file(),
            empty.environment(),
            empty.sources(),
            empty.ssh(),
            new SignalsProfile(List.of("runner_name"), Map.of()),
            empty.thresholds(),
            empty.hosts(),
            empty.runners(),
            empty.control(),
            empty.freeze(),
            empty.runbooks(),
            empty.deployment()));
  }

  private static PrometheusReading metrics() {
    Map<Signal, SignalReading> signals = new EnumMap<>(Signal.class);
    for (Signal signal : Signal.values()) {
      List<Sample> samples = new ArrayList<>();
      for (int i = 0; i < RUNNERS; i++) {
        double value =
            switch (signal) {
              case LAST_CHECK_IN -> NOW.getEpochSecond() - 5;
              case STATUS -> 1;
              default -> 1 + i % 70;
            };
        samples.add(
            new Sample(Map.of("runner_name", "shop-runner-" + i), value, NOW.minusSeconds(4)));
      }
      signals.put(signal, new SignalReading(samples, List.of()));
    }
    return new PrometheusReading(signals, List.of(), List.of(), List.of());
  }

  private static SourceStates states(List<GithubRunner> runners, PrometheusReading metrics) {
    Map<SourceId, SourceState<?>> states = new LinkedHashMap<>();
    states.put(
        new SourceId(SourceKind.PROMETHEUS, "main"),
        new SourceState.Fresh<>(Reading.whole(metrics), NOW));
    GithubReading github =
        new GithubReading(runners, List.of(), List.of(), List.of(), RateBudget.NOT_KNOWN);
    states.put(
        new SourceId(SourceKind.GITHUB, "github"),
        new SourceState.Fresh<>(Reading.whole(github), NOW));
    return new SourceStates(states);
  }
}
