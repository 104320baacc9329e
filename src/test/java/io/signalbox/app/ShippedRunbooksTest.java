package io.signalbox.app;

import static io.signalbox.app.Run.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.procedure.ShippedRunbooks;
import io.signalbox.rig.DurableRig;
import io.signalbox.rig.FakeService;
import io.signalbox.rig.RealPrometheus;
import io.signalbox.rig.ServedExporter;
import io.signalbox.runbook.Danger;
import io.signalbox.runbook.Placeholder;
import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.Step;
import io.signalbox.runbook.StepKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every step of the runbooks that ship, on a real sshd and a real Prometheus. */
class ShippedRunbooksTest {
  private static final String METRICS =
      """
      # TYPE runner_status gauge
      runner_status{hostname="runner-a"} 1
      runner_last_checkin{hostname="runner-a"} 1767582720
      runner_cpu_usage_percent{hostname="runner-a"} 12.5
      runner_memory_usage_percent{hostname="runner-a"} 40
      runner_disk_usage_percent{hostname="runner-a"} 70
      """;

  @TempDir static Path folder;
  private static DurableRig hosts;
  private static ServedExporter exporter;
  private static RealPrometheus prometheus;
  private static Process busy;
  private static Surroundings surroundings;
  private static Path profile;
  private static final Map<String, String> VALUES = new HashMap<>();

  @BeforeAll
  static void start() throws Exception {
    hosts = new DurableRig(folder.resolve("rig"));
    var _ = new FakeService(hosts.first(), folder.resolve("service"));
    hosts.first().fake("docker", "echo \"docker $*\"\n");
    exporter = new ServedExporter(METRICS);
    prometheus =
        RealPrometheus.start(
            Files.createDirectories(folder.resolve("prometheus")),
            List.of(RealPrometheus.Scrape.of(exporter.instance())));
    busy = new ProcessBuilder("sleep", "900").start();
    surroundings = Surroundings.ofThisProcess().at(Files.createDirectories(folder.resolve("home")));
    profile =
        Files.writeString(
            folder.resolve("profile.yaml"), hosts.profileText(prometheus.url().toString()));
    Path logs = Files.createDirectories(folder.resolve("diag"));
    Path old = Files.writeString(logs.resolve("old.log"), "old");
    Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    Path key = Files.writeString(folder.resolve("key"), "no key");
    VALUES.put("diagnostics-folder", logs.toString());
    VALUES.put("runner-folder", folder.toString());
    VALUES.put("key-file", key.toString());
    VALUES.put("pid", Long.toString(busy.pid()));
    VALUES.put("repository", "acme/shop");
    VALUES.put("github-api", exporter.url().toString());
    VALUES.put("name", "localhost");
    VALUES.put("address", "127.0.0.1");
    VALUES.put("port", Integer.toString(hosts.first().port()));
    awaitSeries();
  }

  private static void awaitSeries() {
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> run("runner-offline.md", 1).out().contains("\"value\""));
  }

  @AfterAll
  static void stop() throws IOException {
    busy.destroyForcibly();
    hosts.close();
    prometheus.close();
    exporter.close();
  }

  private static Run run(String runbook, int number) {
    Step step = ShippedRunbooks.read(runbook).step(number).orElseThrow();
    List<String> words = new ArrayList<>(List.of("runbook", "run", runbook));
    words.addAll(List.of("--step", Integer.toString(number), "--profile", profile.toString()));
    words.addAll(List.of("--runner", "shop-runner-a", "--json"));
    words.addAll(List.of("--confirm", "shop/box-a", "--reason", "drill"));
    for (Placeholder gap : step.placeholders()) {
      String value = VALUES.get(gap.name());
      if (value != null) {
        words.addAll(List.of("--var", gap.name() + "=" + value));
      }
    }
    return Run.of(surroundings, words.toArray(String[]::new));
  }

  static Stream<String> names() {
    return ShippedRunbooks.NAMES.stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyStepWorks(String name) {
    for (Step step : ShippedRunbooks.read(name).steps()) {
      if (step.runnable()) {
        Run run = run(name, step.number());
        assertThat(run.code()).as(name + " " + step.name() + run.out() + run.err()).isZero();
        assertThat(json(run).get("verdict").asString()).isEqualTo("SUCCEEDED_VERIFIED");
        assertThat(json(run).get("output").size()).as(run.out()).isPositive();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void noneHasAProblemAndEveryChangeIsProvedAndUndone(String name) {
    Runbook runbook = ShippedRunbooks.read(name);
    assertThat(runbook.problems()).isEmpty();
    assertThat(runbook.frontMatter().title()).isNotEmpty();
    assertThat(runbook.steps())
        .filteredOn(step -> step.kind() == StepKind.SHELL)
        .filteredOn(step -> step.danger() != Danger.READ_ONLY)
        .allSatisfy(
            step -> {
              assertThat(step.declared().verify()).as(step.name()).isNotNull();
              assertThat(step.undo()).as(step.name()).isNotEmpty();
            });
    assertThat(runbook.firstDiagnostic()).isPresent();
  }

  @Test
  void theyAreListedWhereTheProfileNamesNoFolder() throws IOException {
    Run list = Run.of(surroundings, "runbook", "list", "--profile", profile.toString(), "--json");
    assertThat(list.code()).isZero();
    assertThat(json(list).get("runbooks").size()).isEqualTo(4);
    Path folder = Path.of(System.getProperty("project.directory", "."), "src/stack/runbooks");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted())
          .containsExactlyElementsOf(ShippedRunbooks.NAMES);
    }
  }

  @Test
  void aQueryGivesItsValuesAndTheLastHour() {
    JsonNode result = degraded();
    assertThat(result.size()).isEqualTo(3);
    assertThat(result.get(0).get("series").get(0).get("value").asDouble()).isEqualTo(12.5);
    // the last hour is asked in whole steps: right after the first scrape it may hold none yet
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> degraded().get(0).get("range").size() > 0);
    assertThat(degraded().get(0).get("range").get(0).get("values").size()).isPositive();
  }

  private static JsonNode degraded() {
    return json(run("runner-degraded.md", 1)).get("result");
  }
}
