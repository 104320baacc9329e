package io.signalbox.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** The rig itself: a rig that lies makes every other test lie. */
class RigTest {
  @TempDir Path folder;

  @Test
  void aMissingProgramAbortsTheTestAndSaysWhatToInstall() {
    assertThat(
            org.junit.jupiter.api.Assertions.assertThrows(
                TestAbortedException.class, () -> Binaries.require("no-such-program")))
        .hasMessageContaining("apt-get install no-such-program");
  }

  @Test
  void prometheusScrapesAServedExporterAndSeesItGo() throws Exception {
    try (ServedExporter exporter = new ServedExporter("runner_status 1\n");
        RealPrometheus prometheus =
            RealPrometheus.start(
                folder,
                List.of(
                    new RealPrometheus.Scrape("runners", exporter.instance(), Map.of("a", "b"))))) {
      String query = "/api/v1/query?query=runner_status";
      await()
          .until(() -> get(prometheus.url().resolve(query)), body -> body.contains("\"a\":\"b\""));
      exporter.stop();
      org.junit.jupiter.api.Assertions.assertThrows(
          ConnectException.class, () -> get(exporter.url()));
      await()
          .until(
              () -> get(prometheus.url().resolve(query)), body -> body.contains("\"result\":[]"));
      exporter.start();
      await()
          .until(() -> get(prometheus.url().resolve(query)), body -> body.contains("\"a\":\"b\""));
    }
  }

  @Test
  void alertmanagerAnswers() throws Exception {
    try (RealAlertmanager alertmanager = RealAlertmanager.start(folder)) {
      assertThat(get(alertmanager.url().resolve("/api/v2/alerts"))).isEqualToIgnoringNewLines("[]");
    }
  }

  private static String get(URI url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(5)).build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }
}
