package io.signalbox.demo;

import io.signalbox.contract.PrometheusContract;
import io.signalbox.profile.Profile;
import io.signalbox.profile.SignalsProfile;
import io.signalbox.profile.read.ProfileReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The simulated Prometheus keeps the contract that the real one keeps, by the machine's clock. */
class PrometheusSimulatorContractTest extends PrometheusContract {
  private static final String HOST = "runner-a";

  @TempDir Path folder;
  private final Clock clock = Clock.systemUTC();
  private DemoWorld world;
  private Profile profile;

  @BeforeEach
  void start() throws Exception {
    world = DemoWorld.start(new DemoOptions(Scenario.CALM, 7, clock, folder));
    profile = Objects.requireNonNull(new ProfileReader(folder).read(world.profile()).profile());
  }

  @AfterEach
  void stop() throws Exception {
    world.close();
  }

  @Override
  protected URI url() {
    return profile.sources().prometheus().getFirst().url();
  }

  @Override
  protected Clock clock() {
    return clock;
  }

  @Override
  protected SignalsProfile signals() {
    return profile.signals();
  }

  @Override
  protected Map<String, String> runner() {
    Map<String, String> all =
        Map.of("hostname", HOST, "instance", instance(), "runner_name", "shop-runner-a");
    List<String> kept = profile.signals().joinOn();
    return all.entrySet().stream()
        .filter(label -> kept.contains(label.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  protected String instance() {
    return world.fleet().runner("shop-runner-a").instance();
  }

  @Override
  protected Duration reaction() {
    return ScrapeTarget.INTERVAL;
  }

  @Override
  protected void stopExporter() {
    world.fleet().dropExporter(HOST);
  }

  @Override
  protected void startExporter() {
    world.fleet().returnExporter(HOST);
  }
}
