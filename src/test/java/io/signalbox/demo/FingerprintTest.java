package io.signalbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The fingerprint is Alertmanager's own; the expected one was given by Alertmanager 0.25. */
class FingerprintTest {
  @Test
  void itIsTheOneThatAlertmanagerGives() {
    Map<String, String> labels =
        Map.of(
            "alertname", "RunnerOffline",
            "instance", "127.0.0.1:29101",
            "job", "github-runner-health",
            "runner_name", "x",
            "severity", "critical");
    assertThat(Fingerprint.of(labels)).isEqualTo("2bf03635535b734a");
  }
}
