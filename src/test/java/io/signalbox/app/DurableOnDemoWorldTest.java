package io.signalbox.app;

import static io.signalbox.app.Run.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.demo.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Durable runs against simulated hosts: the same protocol, and no shell of this machine. */
class DurableOnDemoWorldTest {
  @TempDir Path home;
  @AutoClose private DemoRig demo;

  @BeforeEach
  void start() throws Exception {
    demo = new DemoRig(Scenario.CALM, home);
  }

  private Run run(List<String> options, String... argv) {
    List<String> words =
        new ArrayList<>(List.of("--host", "runner-b", "--json", "--unlock", "--reason", "drill"));
    words.addAll(List.of("--confirm", "production/runner-b"));
    words.addAll(options);
    words.add("--");
    words.addAll(List.of(argv));
    return demo.verb("run", words.toArray(String[]::new));
  }

  @Test
  void aCommandRunsIsProvedIsListedAndReadAgain() {
    Run done = run(List.of("--verify", "hostname"), "echo", "it's", "here");
    assertThat(done.code()).as(done.out() + done.err()).isZero();
    assertThat(json(done).get("output").toString()).contains("it's here", "verify: runner-b");
    String id = json(done).get("run").asString();
    Run listed = demo.verb("runs", "--json");
    assertThat(json(listed).get(0).get("id").asString()).isEqualTo(id);
    assertThat(json(listed).get(0).get("verdict").asString()).isEqualTo("SUCCEEDED_VERIFIED");
    Run attached = demo.verb("attach", id);
    assertThat(attached.out()).isEqualTo("it's here\n");
    assertThat(attached.code()).isZero();
  }

  @Test
  void whatIsNotSimulatedFailsWith127AndTouchesNothing() {
    Path mark = home.resolve("mark");
    Run plain = run(List.of(), "touch", mark.toString());
    assertThat(plain.code()).isEqualTo(1);
    assertThat(plain.out()).contains("not simulated", "127");
    Run script = run(List.of(), "/bin/sh", "-c", "true; touch " + mark);
    assertThat(script.code()).isEqualTo(1);
    assertThat(mark).doesNotExist();
  }

  @Test
  void aRunHoldsTheLockUntilItIsAborted() throws Exception {
    CompletableFuture<Run> first =
        CompletableFuture.supplyAsync(() -> run(List.of(), "sleep", "300"));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !json(demo.verb("runs", "--json")).isEmpty());
    JsonNode row = json(demo.verb("runs", "--json")).get(0);
    assertThat(row.get("state").asString()).isEqualTo("running");
    Surroundings other = Surroundings.ofThisProcess().at(home.resolve("other"));
    Run second =
        Run.of(
            other,
            "run",
            "--profile",
            demo.world.profile().toString(),
            "--host",
            "runner-b",
            "--unlock",
            "--reason",
            "me too",
            "--confirm",
            "production/runner-b",
            "--json",
            "--",
            "true");
    assertThat(second.code()).as(second.out()).isEqualTo(75);
    Run abort =
        Run.of(
            other,
            "abort",
            row.get("id").asString(),
            "--profile",
            demo.world.profile().toString(),
            "--unlock",
            "--reason",
            "enough",
            "--confirm",
            "production/runner-b",
            "--json");
    assertThat(abort.code()).as(abort.out() + abort.err()).isZero();
    assertThat(first.get(60, TimeUnit.SECONDS).code()).isEqualTo(8);
  }
}
