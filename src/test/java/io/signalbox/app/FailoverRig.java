package io.signalbox.app;

import io.signalbox.handover.Pause;
import io.signalbox.profile.Profile;
import io.signalbox.profile.read.ProfileReader;
import io.signalbox.rig.GithubRig;
import io.signalbox.rig.RealSshd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A primary and a stand-in: real sshd for each, a real Prometheus, and a GitHub that refuses. */
final class FailoverRig implements AutoCloseable {
  static final String A = "shop-runner-a";
  static final String B = "shop-runner-b";

  /** A section for the profile: a guardrail that {@link FailoverServers#errorRate} breaches. */
  static final String GUARDRAIL =
      """
      failover:
        guardrails: [{ name: "error rate", query: error_rate, max: 1 }]
      """;

  /** What a deploying job asks for. */
  static final String[] DEPLOY = {"self-hosted", "production", "primary"};

  private final Path folder;
  final GithubRig github = new GithubRig();
  final GithubRig.Runner primary;
  final GithubRig.Runner standIn;
  final FailoverServers servers;
  final RealSshd hostA;
  final RealSshd hostB;
  private final Path profileFile;
  private final List<Process> started = new ArrayList<>();
  private final boolean ownServers;

  /** With servers of its own. */
  FailoverRig(Path folder) throws Exception {
    this(new FailoverServers(folder), folder, "", true);
  }

  /**
   * With servers that are as new.
   *
   * @param more sections for the profile
   */
  FailoverRig(FailoverServers servers, Path folder, String more) throws Exception {
    this(servers, folder, more, false);
  }

  private FailoverRig(FailoverServers servers, Path folder, String more, boolean ownServers)
      throws Exception {
    this.ownServers = ownServers;
    this.servers = servers;
    this.folder = folder;
    servers.asNew();
    hostA = servers.hostA;
    hostB = servers.hostB;
    primary = github.runner(A, "self-hosted", "Linux", "X64", "production", "primary");
    standIn = github.runner(B, "self-hosted", "Linux", "X64", "production", "secondary");
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
            servers.prometheus.url(),
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

  /** The profile by its reader. */
  Profile profile() {
    return Objects.requireNonNull(new ProfileReader(folder).read(profileFile).profile());
  }

  /** Everything as this operator's console has it. */
  Surroundings around(String operator) throws IOException {
    Path home = Files.createDirectories(folder.resolve("home-" + operator));
    Surroundings here = Surroundings.ofThisProcess().at(home);
    // what is waited for here comes at once or never
    Pause brief = time -> Pause.real().of(time.dividedBy(20));
    return new Surroundings(Clock.systemUTC(), here.environment(), here.folders(), operator, brief);
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
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(1, List.of("--profile", profileFile.toString()));
    return Run.of(around(operator), all.toArray(String[]::new));
  }

  /** A move, confirmed. */
  Run confirmed(String verb, String candidate, String... more) throws IOException {
    List<String> words =
        new ArrayList<>(List.of(verb, "--confirm", "production/" + candidate, "--reason", "drill"));
    words.addAll(List.of(more));
    return verb("ana", words.toArray(String[]::new));
  }

  /** A failover to the stand-in, confirmed. */
  Run failover(String... more) throws IOException {
    return confirmed("failover", B, more);
  }

  /** Starts a verb of ana's as a process of its own, to be killed. */
  Process process(Path out, String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(1, List.of("--profile", profileFile.toString(), "--json"));
    Process process = ConsoleProcess.start(folder.resolve("home-ana"), out, List.of(), all);
    started.add(process);
    return process;
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
    if (ownServers) {
      servers.close();
    }
  }
}
