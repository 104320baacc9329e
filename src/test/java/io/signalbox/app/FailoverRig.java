package io.signalbox.app;

import static org.awaitility.Awaitility.await;

import io.signalbox.rig.GithubRig;
import io.signalbox.rig.RealPrometheus;
import io.signalbox.rig.RealSshd;
import io.signalbox.rig.ServedExporter;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A primary and a stand-in: real sshd for each, a real Prometheus, and a GitHub that refuses. */
final class FailoverRig implements AutoCloseable {
  static final String A = "shop-runner-a";
  static final String B = "shop-runner-b";

  private final Path folder;
  final GithubRig github = new GithubRig();
  final GithubRig.Runner primary;
  final GithubRig.Runner standIn;
  final RealSshd hostA;
  final RealSshd hostB;
  final ServedExporter exporter;
  final RealPrometheus prometheus;
  private final Path profileFile;
  private final List<Process> started = new ArrayList<>();
  private double errorRate;

  FailoverRig(Path folder) throws Exception {
    this(folder, "");
  }

  /** With more sections for the profile. */
  FailoverRig(Path folder, String more) throws Exception {
    this.folder = folder;
    primary = github.runner(A, "self-hosted", "Linux", "X64", "production", "primary");
    standIn = github.runner(B, "self-hosted", "Linux", "X64", "production", "secondary");
    hostA = RealSshd.start(folder.resolve("ssh-a"));
    hostB = RealSshd.start(folder.resolve("ssh-b"));
    services(hostA, "active");
    exporter = new ServedExporter("");
    metrics();
    prometheus =
        RealPrometheus.start(
            Files.createDirectories(folder.resolve("prometheus")),
            List.of(RealPrometheus.Scrape.of(exporter.instance())));
    Files.writeString(
        folder.resolve("known_hosts"), hostA.knownHostsLine() + hostB.knownHostsLine());
    Files.writeString(
        folder.resolve("ssh_config"),
        "Host *\n  IdentityFile "
            + hostA.clientKey()
            + "\n  IdentityFile "
            + hostB.clientKey()
            + "\n");
    Path token = Files.writeString(folder.resolve("token"), "ghp_canary");
    Files.setPosixFilePermissions(
        token, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    profileFile = Files.writeString(folder.resolve("profile.yaml"), profile(more));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> query("runner_status").contains("\"runner-b\""));
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

  /** A fake systemctl that keeps its state in a file and logs what it was asked to change. */
  private static void services(RealSshd host, String state) throws IOException {
    Files.writeString(host.home().resolve("unit"), state);
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

  private String profile(String more) {
    return """
    version: 1
    environment: { name: production, readOnly: false }
    sources:
      prometheus: [{ name: main, url: "%s", every: 1s }]
      github:
        api: "%s"
        every: 1s
        repositories: [acme/shop]
        token: { file: "%s" }
    ssh: { config: "%s", knownHosts: "%s" }
    signals:
      joinOn: hostname
      status: runner_status
      cpu: runner_cpu_usage_percent
    hosts:
      - { name: runner-a, hostname: runner-a, ssh: { host: 127.0.0.1, port: %d, user: %s } }
      - { name: runner-b, hostname: runner-b, ssh: { host: 127.0.0.1, port: %d, user: %s } }
    runners:
      - { github: %s, host: runner-a, unit: runner-a.service, role: primary,
          labels: [self-hosted, Linux, X64, production, primary] }
      - { github: %s, host: runner-b, unit: runner-b.service, role: secondary,
          labels: [self-hosted, Linux, X64, production, secondary], failover: approved }
    deployment: { workflow: deploy.yml, requires: [self-hosted, production, primary] }
    %s
    """
        .formatted(
            prometheus.url(),
            github.url(),
            folder.resolve("token"),
            folder.resolve("ssh_config"),
            folder.resolve("known_hosts"),
            hostA.port(),
            hostA.user(),
            hostB.port(),
            hostB.user(),
            A,
            B,
            more);
  }

  /** Replaces a piece of the profile. */
  void edit(String text, String by) throws IOException {
    Files.writeString(profileFile, Files.readString(profileFile).replace(text, by));
  }

  /** The error rate that the next scrape finds. */
  void errorRate(double rate) {
    errorRate = rate;
    metrics();
  }

  private void metrics() {
    exporter.text(
        """
        runner_status{hostname="runner-a"} 1
        runner_status{hostname="runner-b"} 1
        runner_cpu_usage_percent{hostname="runner-b"} 12
        error_rate %s
        """
            .formatted(errorRate));
  }

  /** Waits until Prometheus has this error rate. */
  void awaitErrorRate(double rate) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> query("error_rate").contains("\"" + (long) rate + "\""));
  }

  /** The primary dies: GitHub calls it offline. */
  void primaryDies() {
    primary.online = false;
  }

  /** Runs a verb as this operator. */
  Run verb(String operator, String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of(words));
    all.add(1, "--json");
    return plain(operator, all.toArray(String[]::new));
  }

  /** Runs a verb that prints for people. */
  Run plain(String operator, String... words) throws IOException {
    Path home = Files.createDirectories(folder.resolve("home-" + operator));
    Surroundings here = Surroundings.ofThisProcess().at(home);
    Surroundings as =
        new Surroundings(Clock.systemUTC(), here.environment(), here.folders(), operator);
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(1, List.of("--profile", profileFile.toString()));
    return Run.of(as, all.toArray(String[]::new));
  }

  /** A move, confirmed. */
  Run confirmed(String verb, String candidate, String... more) throws IOException {
    List<String> words =
        new ArrayList<>(List.of(verb, "--confirm", "production/" + candidate, "--reason", "drill"));
    words.addAll(List.of(more));
    return verb("ana", words.toArray(String[]::new));
  }

  /** Starts a verb of ana's as a process of its own, to be killed. */
  Process process(Path out, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("--module-path=" + System.getProperty("jdk.module.path"));
    command.add("--add-modules=javafx.controls");
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Signalbox.class.getName()));
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(1, List.of("--profile", profileFile.toString(), "--json"));
    command.addAll(all);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    Path home = Files.createDirectories(folder.resolve("home-ana"));
    builder.environment().put("HOME", home.toString());
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.redirectErrorStream(true).redirectOutput(out.toFile());
    Process process = builder.start();
    started.add(process);
    return process;
  }

  static JsonNode json(Run run) {
    return JsonMapper.builder().build().readTree(run.out());
  }

  /** The journal of this operator. */
  String journal(String operator) throws IOException {
    StringBuilder all = new StringBuilder();
    try (var files = Files.walk(folder.resolve("home-" + operator))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  @Override
  public void close() {
    started.forEach(Process::destroyForcibly);
    github.close();
    prometheus.close();
    exporter.close();
    hostA.close();
    hostB.close();
  }
}
