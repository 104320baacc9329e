package io.signalbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.rig.RealAlertmanager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract against a real Alertmanager. */
class RealAlertmanagerTest extends AlertmanagerContract {
  @TempDir Path folder;
  private RealAlertmanager alertmanager;

  @BeforeEach
  void start() {
    alertmanager = RealAlertmanager.start(folder);
  }

  @AfterEach
  void stop() {
    if (alertmanager != null) {
      alertmanager.close();
    }
  }

  @Override
  protected URI url() {
    return alertmanager.url();
  }

  @Override
  protected void raise(Map<String, String> labels, Instant since) {
    String fields =
        labels.entrySet().stream()
            .map(e -> "\"" + e.getKey() + "\":\"" + e.getValue() + "\"")
            .collect(Collectors.joining(","));
    post("/api/v2/alerts", "[{\"labels\":{" + fields + "},\"startsAt\":\"" + since + "\"}]");
  }

  @Override
  protected void silence(String alertname, String comment) {
    Instant now = Instant.now();
    post(
        "/api/v2/silences",
        """
        {"matchers":[{"name":"alertname","value":"%s","isRegex":false,"isEqual":true}],
        "startsAt":"%s","endsAt":"%s","createdBy":"test","comment":"%s"}\
        """
            .formatted(alertname, now, now.plusSeconds(3600), comment));
  }

  private void post(String path, String body) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(url().resolve(path))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
