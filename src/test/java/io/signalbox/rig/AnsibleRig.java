package io.signalbox.rig;

import io.signalbox.profile.ControlProfile;
import io.signalbox.profile.HealthProfile;
import io.signalbox.profile.HostProfile;
import io.signalbox.profile.RollbackProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Real ansible-core on a control host and three real servers web-1, web-2 and web-3, all on this
 * machine: each has its own user, sshd, keys, port, root folder and services. The playbooks are a
 * copy of {@code src/stack/ansible}. Everything is stopped by its own process id.
 */
public final class AnsibleRig implements AutoCloseable {
  /** The inventory, relative to the working folder. */
  public static final String INVENTORY = "inventories/rig/hosts";

  private static final Path STACK =
      Path.of(System.getProperty("project.directory", "."), "src/stack/ansible");

  private final Path folder;
  private final Path ansible;
  private final RealSshd control;
  private final List<AnsibleHost> hosts = new ArrayList<>();
  private final AnsibleArtifacts artifacts;
  private final List<Process> running = new ArrayList<>();
  private final Thread atExit = new Thread(this::stopAll);

  /** Starts the machines; the test is aborted where ansible-playbook or sshd is missing. */
  public AnsibleRig(Path folder) throws IOException {
    ansible = Binaries.require("ansible-playbook");
    this.folder = folder;
    RigUsers.reachable(Files.createDirectories(folder));
    control = RealSshd.start(folder.resolve("control/sshd"));
    Runtime.getRuntime().addShutdownHook(atExit);
    artifacts = new AnsibleArtifacts(Files.createDirectories(folder.resolve("control/artifacts")));
    Files.createDirectories(controlState());
    Path service = folder.resolve("service.py");
    Files.writeString(service, AnsibleHost.text("service.py"));
    for (int i = 1; i <= 3; i++) {
      hosts.add(new AnsibleHost(i, folder.resolve("web-" + i), service));
    }
    copy(STACK, directory());
    writeInventory(directory().resolve(INVENTORY));
    StringBuilder known = new StringBuilder(control.knownHostsLine());
    StringBuilder config = new StringBuilder("Host *\n  IdentitiesOnly yes\n");
    config.append("  IdentityFile ").append(control.clientKey()).append('\n');
    for (AnsibleHost host : hosts) {
      known.append(host.sshd().knownHostsLine());
      config.append("  IdentityFile ").append(host.sshd().clientKey()).append('\n');
    }
    Files.writeString(knownHosts(), known);
    Files.writeString(config(), config);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  /** Writes an inventory of the three hosts with strict host keys. */
  public void writeInventory(Path file) throws IOException {
    List<String> lines = new ArrayList<>(List.of("[app]"));
    hosts.forEach(host -> lines.add(host.inventoryLine()));
    lines.addAll(
        List.of(
            "",
            "[app:vars]",
            "ansible_become=false",
            "ansible_python_interpreter=/usr/bin/python3",
            "ansible_ssh_common_args='-F /dev/null -o IdentitiesOnly=yes"
                + " -o StrictHostKeyChecking=yes -o UserKnownHostsFile="
                + knownHosts()
                + "'",
            "artifact_dir=" + artifacts.folder(),
            "control_state_dir=" + controlState(),
            "health_retries=2",
            "health_delay=1",
            ""));
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
  }

  /** The control host's sshd. */
  public RealSshd control() {
    return control;
  }

  /** The three hosts. */
  public List<AnsibleHost> hosts() {
    return List.copyOf(hosts);
  }

  /** One host, counted from 1. */
  public AnsibleHost host(int number) {
    return hosts.get(number - 1);
  }

  /** The names of the three hosts. */
  public List<String> names() {
    return hosts.stream().map(AnsibleHost::name).toList();
  }

  /** The artifacts on the control host. */
  public AnsibleArtifacts artifacts() {
    return artifacts;
  }

  /** The folder on the control host that the playbooks are run in. */
  public Path directory() {
    return folder.resolve("control/ansible");
  }

  /** The control host's folder with its state file, lock and marker. */
  public Path controlState() {
    return folder.resolve("control/var/lib/shop");
  }

  /** The SSH configuration that reaches all four. */
  public Path config() {
    return folder.resolve("ssh_config");
  }

  /** The known hosts of all four. */
  public Path knownHosts() {
    return folder.resolve("known_hosts");
  }

  /** Puts every host at this version, services running, as an earlier deploy left it. */
  public void install(String version, String previous) throws IOException {
    for (AnsibleHost host : hosts) {
      host.sshd().comeBack();
      host.mend();
      host.install(version, previous, artifacts.file(version));
    }
    try (Stream<Path> left = Files.list(controlState())) {
      for (Path file : left.toList()) {
        Files.delete(file);
      }
    }
    Files.writeString(
        controlState().resolve("production-state.json"), AnsibleHost.state(version, previous));
  }

  /** Runs a playbook of the working folder to its end, on the control host, without ssh to it. */
  public AnsibleRun playbook(String playbook, String... arguments) throws Exception {
    return playbook(Map.of(), playbook, arguments);
  }

  /** The same with more environment. */
  public AnsibleRun playbook(Map<String, String> env, String playbook, String... arguments)
      throws Exception {
    Path log = Files.createTempFile(folder, "run", ".log");
    Process process = start(env, log, playbook, arguments);
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      kill(process);
      throw new IllegalStateException(playbook + " did not end: " + Files.readString(log));
    }
    return AnsibleRun.of(process.exitValue(), Files.readString(log));
  }

  /** Starts a playbook and comes back at once; its output goes to the file. */
  public Process start(Map<String, String> env, Path log, String playbook, String... arguments)
      throws IOException {
    List<String> argv = new ArrayList<>(List.of(ansible.toString(), "-i", INVENTORY, playbook));
    argv.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(argv)
            .directory(directory().toFile())
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment());
    builder.environment().putAll(env);
    Process process = builder.start();
    running.add(process);
    return process;
  }

  private Map<String, String> environment() {
    Map<String, String> env = new HashMap<>();
    env.put("PATH", control.fakes() + ":/usr/bin:/bin:/usr/sbin:/sbin");
    env.put("HOME", control.home().toString());
    env.put("LC_ALL", "C.UTF-8");
    env.put("ANSIBLE_NOCOLOR", "1");
    env.put("ANSIBLE_SSH_CONTROL_PATH_DIR", folder.resolve("cp").toString());
    return env;
  }

  /** Kills a run as a crash of the control host would: at once, with all its own children. */
  public void kill(Process process) {
    List<ProcessHandle> family = process.descendants().toList();
    process.destroyForcibly();
    family.forEach(ProcessHandle::destroyForcibly);
    process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }

  /** Lets a run that lives (this test's process) hold the control host's lock. */
  public void holdLock(String run) throws IOException {
    Files.writeString(
        controlState().resolve("deployment.lock"),
        RunRemains.json(run, ProcessHandle.current().pid(), "", ""));
  }

  /** Leaves what a run that died in the middle of a change leaves: lock and marker everywhere. */
  public void leavePartialState(String run, String from, String to) throws IOException {
    List<Path> folders = new ArrayList<>(List.of(controlState()));
    hosts.forEach(host -> folders.add(host.file("var/lib/shop")));
    for (Path place : folders) {
      for (String name : List.of("deployment.lock", ".deploy-in-progress")) {
        Files.writeString(place.resolve(name), RunRemains.json(run, 4_194_304, from, to));
      }
    }
    for (AnsibleHost host : hosts) {
      host.own();
    }
  }

  /** The section {@code rollback} of a profile. */
  public RollbackProfile rollback() {
    return new RollbackProfile(
        directory().toString(),
        "rollback-production.yml",
        INVENTORY,
        Map.of(
            "target", "target_version",
            "reason", "rollback_reason",
            "failed", "failed_version",
            "incident", "incident_id",
            "acknowledgeMigration", "acknowledge_schema",
            "acknowledgePartial", "acknowledge_partial_state"),
        "",
        List.of(),
        Map.of("LC_ALL", "C.UTF-8"),
        controlState().resolve("production-state.json").toString(),
        hosts.stream().map(host -> host.file("opt/shop/version.txt").toString()).toList(),
        host(1).url("backend", "/version").toString(),
        artifacts.folder().resolve("shop-{version}.tar.gz").toString(),
        Duration.ofMinutes(10),
        false,
        false);
  }

  /** The section {@code health} of a profile: backend and frontend of the first host. */
  public HealthProfile health() {
    return new HealthProfile(
        List.of(
            check("backend", host(1).url("backend", "/health")),
            check("frontend", host(1).url("frontend", "/"))));
  }

  private static HealthProfile.Check check(String category, @Nullable URI url) {
    return new HealthProfile.Check(category, "", url, List.of(), true);
  }

  /** The section {@code control} of a profile. */
  public ControlProfile controlProfile() {
    return new ControlProfile("control", folder.resolve("control/signalbox").toString());
  }

  /** The section {@code hosts} of a profile: the control host and the three. */
  public List<HostProfile> hostProfiles() {
    List<HostProfile> all = new ArrayList<>();
    all.add(new HostProfile("control", "control", List.of(), control.endpoint(), false));
    hosts.forEach(host -> all.add(host.profile()));
    return all;
  }

  @Override
  public void close() {
    stopAll();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  private void stopAll() {
    running.stream().filter(Process::isAlive).forEach(this::kill);
    hosts.forEach(AnsibleHost::close);
    control.close();
  }
}
