package io.signalbox.app;

import static io.signalbox.app.FailoverRig.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.rig.FakeService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The console is killed while a service restarts: the restart ends, once, and is proved later. */
class RestartKilledTest {
  @TempDir Path folder;

  @Test
  void F21_killedMidRestartItIsFoundAgainAndProvedByWhatIsThereThen() throws Exception {
    try (FailoverRig rig = new FailoverRig(folder)) {
      FakeService service = new FakeService(rig.hostB, folder.resolve("service"));
      Path began = folder.resolve("began");
      Path ended = folder.resolve("ended");
      service.onRestart(
          "echo once >> %s; sleep 3; LC_ALL=C date -u +'%%a %%F %%T UTC' > %s; echo once >> %s; exit 0"
              .formatted(began, folder.resolve("service/entered"), ended));
      Path out = folder.resolve("out");
      Process console =
          rig.process(
              out,
              "run-step",
              "--runner",
              B,
              "--step",
              "restart-service",
              "--confirm",
              "production/" + B,
              "--reason",
              "drill");
      await().atMost(Duration.ofMinutes(1)).until(() -> !console.isAlive() || Files.exists(began));
      console.destroyForcibly();
      assertThat(console.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(began).as(Files.readString(out)).exists();
      assertThat(ended).doesNotExist();
      await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(ended));
      JsonNode run = Run.json(rig.verb("ana", "runs")).get(0);
      Run attached = rig.plain("ana", "attach", run.get("id").asString());
      assertThat(attached.code()).as(attached.out() + attached.err()).isZero();
      assertThat(rig.journal("ana")).contains("SUCCEEDED_VERIFIED");
      assertThat(Files.readAllLines(began)).as("restarted once").containsExactly("once");
    }
  }
}
