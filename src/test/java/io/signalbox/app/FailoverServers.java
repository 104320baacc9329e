package io.signalbox.app;

import static org.awaitility.Awaitility.await;

import io.signalbox.rig.Folders;
import io.signalbox.rig.RealPrometheus;
import io.signalbox.rig.RealSshd;
import io.signalbox.rig.ServedExporter;
import io.signalbox.rig.SharedRig;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Two real sshd and a real Prometheus, which take their time to start: one set for all tests of a
 * class, each of which finds them as new.
 */
final class FailoverServers implements AutoCloseable {
  /** For a class whose tests take them one after the other. */
  static final class Shared extends SharedRig<FailoverServers> {
    Shared() {
      super(FailoverServers.class, FailoverServers::new);
    }
  }

  final RealSshd hostA;
  final RealSshd hostB;
  final ServedExporter exporter = new ServedExporter("");
  final RealPrometheus prometheus;
  private boolean prometheusStopped;
  private double errorRate;

  FailoverServers(Path folder) throws IOException {
    hostA = RealSshd.start(folder.resolve("ssh-a"));
    hostB = RealSshd.start(folder.resolve("ssh-b"));
    metrics(1, 0);
    prometheus =
        RealPrometheus.start(
            Files.createDirectories(folder.resolve("prometheus")),
            List.of(RealPrometheus.Scrape.of(exporter.instance())));
  }

  /** As they are at first, whatever the test before did to them. */
  void asNew() throws IOException {
    for (RealSshd host : List.of(hostA, hostB)) {
      host.restart(false);
      host.comeBackIfDown();
      Folders.empty(host.home());
      Folders.empty(host.fakes());
      services(host);
    }
    if (prometheusStopped) {
      startPrometheus();
    }
    metrics(1, 0);
    awaitErrorRate(0);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> query("runner_status%3D%3D1").contains("\"runner-b\""));
  }

  /** A fake systemctl that keeps its state in a file and logs what it was asked to change. */
  private static void services(RealSshd host) throws IOException {
    Files.writeString(host.home().resolve("unit"), "active");
    host.fake(
        "systemctl",
        """
        case $1 in
          show) printf 'LoadState=loaded\\nActiveState=%s\\nSubState=x\\n' "$(cat ~/unit)" ;;
          stop) echo "$*" >>~/asked; echo inactive >~/unit ;;
        esac
        """);
    host.fake("sudo", "shift\nexec \"$@\"\n");
  }

  void stopPrometheus() {
    prometheus.stop();
    prometheusStopped = true;
  }

  void startPrometheus() {
    prometheus.restart();
    prometheusStopped = false;
  }

  /** The error rate that the next scrape finds. */
  void errorRate(double rate) {
    metrics(1, rate);
  }

  /** What the next scrape finds of the stand-in's service. */
  void standInService(int status) {
    metrics(status, errorRate);
  }

  private void metrics(int standIn, double rate) {
    errorRate = rate;
    exporter.text(
        """
        runner_status{hostname="runner-a"} 1
        runner_status{hostname="runner-b"} %d
        runner_cpu_usage_percent{hostname="runner-b"} 12
        error_rate %s
        """
            .formatted(standIn, rate));
  }

  /** Waits until Prometheus has this error rate. */
  void awaitErrorRate(double rate) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> query("error_rate").contains("\"" + (long) rate + "\""));
  }

  private String query(String expression) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(prometheus.url().resolve("/api/v1/query?query=" + expression))
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  @Override
  public void close() {
    prometheus.close();
    exporter.close();
    hostA.close();
    hostB.close();
  }
}
