package io.signalbox.rig;

import io.signalbox.profile.HostProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One machine of the shop: a real sshd, a user of its own who is the only one to log in and to see
 * the root folder that stands for {@code /} (see {@link RigUsers}), and a {@code systemctl} that
 * really starts and stops the shop's two services on free loopback ports.
 */
public final class AnsibleHost implements AutoCloseable {
  /** The components and their units. */
  public static final Map<String, String> UNITS =
      Map.of("backend", "shop-backend.service", "frontend", "shop-frontend.service");

  private final String name;
  private final Path folder;
  private final String user;
  private final RealSshd sshd;
  private final int backend = Ports.free();
  private final int frontend = Ports.free();

  AnsibleHost(int number, Path folder, Path service) throws IOException {
    this.name = "web-" + number;
    this.folder = folder;
    user = RigUsers.of(number);
    List<String> more = List.of("Subsystem sftp internal-sftp", "AllowUsers " + user);
    sshd = RealSshd.start(folder.resolve("sshd"), user, more);
    for (String child : List.of("run", "break", "units", "opt/shop", "var/lib/shop")) {
      Files.createDirectories(root().resolve(child));
    }
    unit("backend", backend);
    unit("frontend", frontend);
    sshd.fake("systemctl", "root=" + root() + "\nservice=" + service + "\n" + text("systemctl.sh"));
    sshd.fake("journalctl", "echo \"$*: the last lines\"\n");
    RigUsers.own(user, sshd.home());
    own();
    RigUsers.close(root());
  }

  /** What was put under its root by hand belongs to its user from now on. */
  void own() throws IOException {
    RigUsers.own(user, root());
  }

  private void unit(String component, int port) throws IOException {
    Files.writeString(
        root().resolve("units").resolve(UNITS.get(component)),
        "COMPONENT=" + component + "\nPORT=" + port + "\n");
  }

  /** A text of this package's test resources. */
  static String text(String name) throws IOException {
    try (InputStream in = AnsibleHost.class.getResourceAsStream(name)) {
      return new String(java.util.Objects.requireNonNull(in, name).readAllBytes());
    }
  }

  /** Its name in the inventory and in the profile. */
  public String name() {
    return name;
  }

  /** The folder that stands for its {@code /}. */
  public Path root() {
    return folder.resolve("root");
  }

  /** A file under its root. */
  public Path file(String path) {
    return root().resolve(path);
  }

  /** Who logs in there, and whom its files and services belong to. */
  public String user() {
    return user;
  }

  /** Its sshd. */
  public RealSshd sshd() {
    return sshd;
  }

  /** It as the profile has it. */
  public HostProfile profile() {
    return new HostProfile(name, name, List.of(), sshd.endpoint(), false);
  }

  /** Where a component answers. */
  public URI url(String component, String path) {
    return URI.create(
        "http://127.0.0.1:" + (component.equals("backend") ? backend : frontend) + path);
  }

  /** The line of the inventory. */
  String inventoryLine() {
    return String.join(
        " ",
        name,
        "ansible_host=127.0.0.1",
        "ansible_port=" + sshd.port(),
        "ansible_user=" + user,
        "ansible_remote_tmp=" + sshd.home().resolve(".ansible/tmp"),
        "ansible_ssh_private_key_file=" + sshd.clientKey(),
        "app_root=" + root(),
        "backend_port=" + backend,
        "frontend_port=" + frontend);
  }

  /** The version that the component answers with, or empty when it does not answer. */
  public String serving(String component) {
    return Answers.version(url(component, "/version"));
  }

  /** Its systemctl, by hand: fails where the command fails. */
  public void systemctl(String verb, String component) throws IOException {
    String systemctl = sshd.fakes().resolve("systemctl").toString();
    RealSshd.run(RigUsers.as(user, systemctl, verb, UNITS.get(component)));
  }

  /** What its systemctl was asked to change since the last install, in order. */
  public List<String> changes() throws IOException {
    Path calls = root().resolve("run/calls");
    return Files.exists(calls)
        ? Files.readAllLines(calls).stream().filter(c -> c.matches("(re)?(start|stop).*")).toList()
        : List.of();
  }

  /** Lets a component say that it is not healthy while it runs this version, or {@code all}. */
  public void unhealthy(String component, String version) throws IOException {
    Files.writeString(root().resolve("break/" + UNITS.get(component) + ".health"), version);
  }

  /** Lets a component fail to start. */
  public void failsToStart(String component) throws IOException {
    Files.writeString(root().resolve("break/" + UNITS.get(component) + ".start"), "");
  }

  /** Undoes {@link #unhealthy} and {@link #failsToStart}. */
  public void mend() throws IOException {
    for (Path file : children(root().resolve("break"))) {
      Files.delete(file);
    }
  }

  /** Brings it to this version without ansible, as an earlier deploy left it; services run. */
  void install(String version, String previous, Path artifact) throws IOException {
    for (String component : UNITS.keySet()) {
      systemctl("stop", component);
    }
    for (Path left : children(root())) {
      if (Files.isRegularFile(left)) {
        Files.delete(left); // what a test before put there
      }
    }
    wipe(root().resolve("opt/shop"));
    wipe(root().resolve("var/lib/shop"));
    Path release = Files.createDirectories(root().resolve("opt/shop/releases/" + version));
    RealSshd.run("tar", "-xzf", artifact.toString(), "-C", release.toString());
    Path current = root().resolve("opt/shop/current");
    Files.createSymbolicLink(current, Path.of("releases", version));
    Files.writeString(root().resolve("opt/shop/version.txt"), version + "\n");
    Files.writeString(
        root().resolve("var/lib/shop/production-state.json"), state(version, previous));
    own();
    for (String component : UNITS.keySet()) {
      systemctl("start", component);
    }
    Files.delete(root().resolve("run/calls"));
  }

  /** A state file as a deploy leaves it. */
  static String state(String version, String previous) {
    return """
    {
        "current_version": "%s",
        "history": [],
        "previous_version": "%s",
        "schema_version": 1
    }
    """
        .formatted(version, previous);
  }

  private static void wipe(Path folder) throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.forEach(all::addFirst);
    }
    for (Path file : all) {
      if (!file.equals(folder)) {
        Files.delete(file);
      }
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  /** Kills one service as a crash would, by its own process id. */
  public void kill(String component) throws IOException {
    process(component).ifPresent(ProcessHandle::destroyForcibly);
    Files.deleteIfExists(pid(component));
  }

  private Path pid(String component) {
    return root().resolve("run/" + UNITS.get(component) + ".pid");
  }

  /** The process of a service; empty where there is none. */
  public Optional<ProcessHandle> process(String component) throws IOException {
    Path pid = pid(component);
    return Files.exists(pid, LinkOption.NOFOLLOW_LINKS)
        ? ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
        : Optional.empty();
  }

  @Override
  public void close() {
    try {
      for (String component : UNITS.keySet()) {
        kill(component);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      sshd.close();
    }
  }
}
