package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.demo.DemoOptions;
import io.signalbox.demo.DemoService;
import io.signalbox.demo.DemoWorld;
import io.signalbox.demo.Fault;
import io.signalbox.demo.Scenario;
import io.signalbox.model.InputState;
import io.signalbox.model.RunnerState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.model.Signal;
import io.signalbox.profile.Profile;
import io.signalbox.profile.read.ProfileReader;
import io.signalbox.profile.read.ProfileResult;
import io.signalbox.rig.RealAlertmanager;
import io.signalbox.rig.RealPrometheus;
import io.signalbox.rig.ServedExporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The whole reading side against a real Prometheus that scrapes a real exporter, a real
 * Alertmanager, and the simulated GitHub: what disappears is missed, and never turns to calm.
 */
class OnRealServersTest {
  private static final String METRICS =
      """
      # TYPE runner_status gauge
      runner_status{hostname="runner-a",environment="production",active_state="active"} 1
      runner_cpu_usage_percent{hostname="runner-a",environment="production"} 12.5
      runner_last_checkin{hostname="runner-a",environment="production"} %d
      """;

  @TempDir static Path folder;
  private static ServedExporter exporter;
  private static RealPrometheus prometheus;
  private static RealAlertmanager alertmanager;
  private static DemoWorld world;
  private static Path profileFile;
  private static Surroundings surroundings;

  @BeforeAll
  static void start() throws IOException {
    exporter = new ServedExporter(METRICS.formatted(Clock.systemUTC().instant().getEpochSecond()));
    prometheus =
        RealPrometheus.start(
            Files.createDirectories(folder.resolve("prometheus")),
            List.of(RealPrometheus.Scrape.of(exporter.instance())));
    alertmanager = RealAlertmanager.start(Files.createDirectories(folder.resolve("alertmanager")));
    Path home = Files.createDirectories(folder.resolve("demo"));
    world = DemoWorld.start(new DemoOptions(Scenario.CALM, 3, Clock.systemUTC(), home));
    surroundings = Surroundings.ofThisProcess().at(Files.createDirectories(folder.resolve("home")));
    profileFile = Files.writeString(folder.resolve("profile.yaml"), profile());
  }

  private static String profile() {
    Profile demo = new ProfileReader(world.home()).read(world.profile()).profile();
    return """
    version: 1
    environment: { name: production }
    sources:
      prometheus: [{ name: main, url: "%s", every: 1s }]
      alertmanager: [{ name: main, url: "%s", every: 1s }]
      github:
        api: "%s"
        every: 1s
        repositories: [acme/shop]
        token: { file: "%s" }
    hosts:
      - { name: runner-a, hostname: runner-a, instances: ["%s"] }
    runners:
      - { github: shop-runner-a, host: runner-a, role: primary }
    """
        .formatted(
            prometheus.url(),
            alertmanager.url(),
            demo.sources().github().api(),
            world.home().resolve("token"),
            exporter.instance());
  }

  @AfterAll
  static void stop() throws Exception {
    exporter.close();
    prometheus.close();
    alertmanager.close();
    world.close();
  }

  @BeforeEach
  void everythingIsUp() {
    world.fleet().fault(DemoService.GITHUB, new Fault.None());
    exporter.start();
    // each look is a whole sweep, and the simulated GitHub has a budget like the real one
    world.leaveGitHubRequests(5000);
    awaitStatusInput("fresh");
  }

  private static Run status() {
    return Run.of(surroundings, "status", "--profile", profileFile.toString(), "--json");
  }

  private static JsonNode runner(Run run) {
    JsonNode root = Run.json(run);
    for (JsonNode runner : root.get("runners")) {
      if (runner.get("name").asString().equals("shop-runner-a")) {
        return runner;
      }
    }
    throw new AssertionError("no shop-runner-a in " + run.out() + run.err());
  }

  private static void awaitStatusInput(String state) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofSeconds(2))
        .until(() -> statusInput().equals(state));
  }

  private static String statusInput() {
    return runner(status()).get("inputs").get("status").get("state").asString();
  }

  @Test
  void anExporterThatStopsTurnsItsInputsUnknownAndTheRunnerBlind() {
    JsonNode before = runner(status());
    assertThat(before.get("state").asString()).isIn("online", "busy");
    assertThat(before.get("inputs").get("cpu").get("value").asDouble()).isEqualTo(12.5);
    assertThat(before.get("inputs").get("status").get("source").asString())
        .isEqualTo("prometheus/main");
    exporter.stop();
    awaitStatusInput("unknown");
    Run run = status();
    JsonNode after = runner(run);
    assertThat(run.code()).isZero();
    assertThat(after.get("state").asString()).isIn("online", "busy");
    assertThat(after.get("inputs").get("status").get("value").isNull()).isTrue();
    assertThat(after.get("reasons").toString()).contains("metrics missing, monitoring blind");
    assertThat(after.get("badges").toString()).contains("monitoring-blind");
    world.fleet().fault(DemoService.GITHUB, new Fault.Down());
    assertThat(runner(status()).get("state").asString()).isEqualTo("unknown");
  }

  @Test
  void aConsoleThatIsRunningKeepsTheLastPictureWithItsAge() throws Exception {
    ProfileResult read = new ProfileReader(folder).read(profileFile);
    assertThat(read.problems()).isEmpty();
    try (Station station = new Station(read.profile(), surroundings)) {
      station.start();
      station.awaitFirstReadings();
      awaitRunner(station, runner -> assertThat(runner.input("github").fresh()).isTrue());
      exporter.stop();
      world.fleet().fault(DemoService.GITHUB, new Fault.Down());
      awaitRunner(
          station,
          runner -> {
            assertThat(runner.state()).isEqualTo(RunnerState.UNKNOWN);
            assertThat(runner.input(Signal.STATUS).state()).isEqualTo(InputState.UNKNOWN);
            assertThat(runner.input("github").state()).isEqualTo(InputState.STALE);
            assertThat(runner.input("github").text()).isEqualTo("online");
          });
      exporter.start();
      world.fleet().fault(DemoService.GITHUB, new Fault.None());
      station.pollers().askAll();
      awaitRunner(
          station, runner -> assertThat(runner.state()).isIn(RunnerState.ONLINE, RunnerState.BUSY));
    }
  }

  private static void awaitRunner(Station station, Consumer<RunnerTruth> check) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> check.accept(station.hub().latest().runner("shop-runner-a").orElseThrow()));
  }

  @Test
  void withNoSourceReadableTheExitCodeSaysSo() throws IOException {
    Path none =
        Files.writeString(
            folder.resolve("none.yaml"),
            """
            version: 1
            environment: { name: production }
            sources: { prometheus: [{ url: "http://127.0.0.1:1" }] }
            """);
    Run run = Run.of(surroundings, "status", "--profile", none.toString(), "--json");
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.err()).contains("prometheus/main");
    assertThat(run.out()).contains("\"state\" : \"failed\"");
  }

  @Test
  void aBadProfileIsRefusedWithAllItsMistakesBeforeAnySourceIsAsked() throws IOException {
    Path bad =
        Files.writeString(
            folder.resolve("bad.yaml"),
            Files.readString(profileFile) + "tresholds: {}\nhealth: { chekcs: [] }\n");
    Run run = Run.of(surroundings, "status", "--profile", bad.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("bad.yaml:15: tresholds").contains("health.chekcs");
  }
}
