package io.signalbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.contract.AlertmanagerContract;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** The simulated Alertmanager keeps the contract that the real one keeps. */
class AlertmanagerSimulatorContractTest extends AlertmanagerContract {
  @TempDir Path folder;
  private final Clock clock = Clock.systemUTC();
  private DemoWorld world;
  private DemoClient client;

  @BeforeEach
  void start() throws Exception {
    world = DemoWorld.start(new DemoOptions(Scenario.CALM, 7, clock, folder));
    client = new DemoClient(world);
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    world.close();
  }

  @Override
  protected URI url() {
    try {
      return URI.create(client.alertmanager());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  protected void raise(Map<String, String> labels, Instant since) {
    ObjectNode alert = Json.object().put("startsAt", since.toString());
    alert.set("labels", Json.labels(labels));
    post("/api/v2/alerts", Json.array().add(alert).toString());
  }

  @Override
  protected void silence(String alertname, String comment) {
    Instant now = clock.instant();
    ObjectNode silence =
        Json.object()
            .put("startsAt", now.toString())
            .put("endsAt", now.plus(Duration.ofHours(1)).toString())
            .put("createdBy", "test")
            .put("comment", comment);
    silence
        .putArray("matchers")
        .addObject()
        .put("name", "alertname")
        .put("value", alertname)
        .put("isRegex", false)
        .put("isEqual", true);
    post("/api/v2/silences", silence.toString());
  }

  private void post(String path, String body) {
    try {
      assertThat(client.send("POST", url() + path, body).statusCode()).isEqualTo(200);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
