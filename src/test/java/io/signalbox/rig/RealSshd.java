package io.signalbox.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.signalbox.profile.SshEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * A real OpenSSH server on a free port of 127.0.0.1, with a host key, an authorized key and a
 * folder of fake commands of its own, all in one temporary folder. It logs in the user who runs the
 * test.
 */
public final class RealSshd implements AutoCloseable {
  private static final Path SSHD = Path.of("/usr/sbin/sshd");

  private final Path folder;
  private final int port;
  private final String user;
  private Process process;

  private RealSshd(Path folder, int port, String user) {
    this.folder = folder;
    this.port = port;
    this.user = user;
  }

  /** Starts one in an empty folder; the test is aborted where there is no sshd. */
  public static RealSshd start(Path folder) throws IOException {
    return start(folder, List.of());
  }

  /** Starts one with more lines for its configuration. */
  public static RealSshd start(Path folder, List<String> more) throws IOException {
    return start(folder, System.getProperty("user.name"), more);
  }

  /** Starts one that logs in this user, who can be another one only where the tests run as root. */
  static RealSshd start(Path folder, String user, List<String> more) throws IOException {
    assumeTrue(
        Files.isExecutable(SSHD), "needs " + SSHD + " (Debian: apt-get install openssh-server)");
    Files.createDirectories(folder);
    RealSshd sshd = new RealSshd(folder, freePort(), user);
    separationFolder();
    Files.createDirectories(sshd.fakes());
    Files.createDirectories(sshd.home());
    keygen("ed25519", sshd.hostKey());
    keygen("ed25519", sshd.clientKey());
    Files.copy(Path.of(sshd.clientKey() + ".pub"), folder.resolve("authorized_keys"));
    Files.write(folder.resolve("sshd_config"), sshd.config(more));
    sshd.listen();
    return sshd;
  }

  private static void separationFolder() throws IOException {
    if (System.getProperty("user.name").equals("root")) {
      Files.createDirectories(Path.of("/run/sshd"));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private List<String> config(List<String> more) {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        List.of(
            "Port " + port,
            "ListenAddress 127.0.0.1",
            "HostKey " + hostKey(),
            "PidFile none",
            "AuthorizedKeysFile " + folder.resolve("authorized_keys"),
            "StrictModes no",
            "UsePAM no",
            "PasswordAuthentication no",
            "KbdInteractiveAuthentication no",
            "PermitRootLogin prohibit-password",
            "LogLevel VERBOSE",
            "SetEnv PATH=" + usualPath() + " HOME=" + home()));
    lines.addAll(more);
    return lines;
  }

  private void listen() throws IOException {
    process =
        new ProcessBuilder(
                SSHD.toString(), "-D", "-e", "-f", folder.resolve("sshd_config").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
    Awaitility.await("sshd listens on port " + port)
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(this::answers);
  }

  private boolean answers() {
    if (!process.isAlive()) {
      throw new IllegalStateException("sshd ended: " + logText());
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Makes a key pair without a passphrase at this path. */
  public static void keygen(String type, Path file) throws IOException {
    keygen(type, file, "");
  }

  /** Makes a key pair with this passphrase. */
  public static void keygen(String type, Path file, String passphrase) throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(Path.of(file + ".pub"));
    run("ssh-keygen", "-q", "-t", type, "-N", passphrase, "-C", "rig", "-f", file.toString());
  }

  /** Has an authority sign this key, with these options of {@code ssh-keygen}. */
  public static void certify(Path authority, String identity, Path key, String... options)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("ssh-keygen", "-q", "-s", authority.toString()));
    words.addAll(List.of("-I", identity));
    words.addAll(List.of(options));
    words.add(key.toString());
    run(words.toArray(String[]::new));
  }

  /** Runs a command of this machine to its end and gives its output; fails where it fails. */
  public static String run(String... argv) throws IOException {
    Process command = new ProcessBuilder(argv).redirectErrorStream(true).start();
    String text = new String(command.getInputStream().readAllBytes());
    try {
      assertThat(command.waitFor()).as("%s: %s", String.join(" ", argv), text).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return text;
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  /** The user that can log in. */
  public String user() {
    return user;
  }

  /** The private key that may log in. */
  public Path clientKey() {
    return folder.resolve("client_key");
  }

  private Path hostKey() {
    return folder.resolve("host_key");
  }

  /** The folder that comes first on the path of every command. */
  public Path fakes() {
    return folder.resolve("fakes");
  }

  /** The home folder of whoever logs in. */
  public Path home() {
    return folder.resolve("home");
  }

  /** Its address as a profile has it. */
  public SshEndpoint endpoint() {
    return new SshEndpoint("127.0.0.1", port, user(), null);
  }

  /** The line for known_hosts. */
  public String knownHostsLine() throws IOException {
    String[] words = Files.readString(Path.of(hostKey() + ".pub")).split(" ");
    return "[127.0.0.1]:" + port + " " + words[0] + " " + words[1] + "\n";
  }

  /** The present host key's fingerprint, as ssh-keygen prints it. */
  public String fingerprint() throws IOException {
    return run("ssh-keygen", "-lf", hostKey() + ".pub").split(" ")[1];
  }

  /** Writes a fake command: a shell script; its own calls are its business. */
  public void fake(String name, String script) throws IOException {
    Path file = fakes().resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Restarts with a new host key on the same port, as a machine installed anew would be. */
  public void rotateHostKey() throws IOException {
    stop();
    keygen("ed25519", hostKey());
    listen();
  }

  private String usualPath() {
    return fakes() + ":/usr/bin:/bin";
  }

  /** Restarts with nothing but the fakes on the path, or with the usual path again. */
  public void restart(boolean fakesAlone) throws IOException {
    Path config = folder.resolve("sshd_config");
    String path = fakesAlone ? fakes().toString() : usualPath();
    String text = Files.readString(config);
    String changed = text.replaceAll("SetEnv PATH=\\S+", "SetEnv PATH=" + path);
    if (!changed.equals(text)) {
      Files.writeString(config, changed);
      restart();
    }
  }

  /** Restarts with the files as they are now. */
  public void restart() throws IOException {
    stop();
    listen();
  }

  /** The public half of the host key. */
  public Path hostKeyFile() {
    return Path.of(hostKey() + ".pub");
  }

  /** Stops the server and its connections: the machine is gone until {@link #comeBack()}. */
  public void goDown() {
    stop();
  }

  /**
   * Starts it again after {@link #goDown()} with the same port and host key; nothing if it runs.
   */
  public void comeBack() throws IOException {
    if (!process.isAlive()) {
      listen();
    }
  }

  /** Starts it again where it is down. */
  public void comeBackIfDown() throws IOException {
    if (!process.isAlive()) {
      listen();
    }
  }

  /** Kills the server's connections, not the server: the line is cut. */
  public void cutConnections() {
    process.children().forEach(ProcessHandle::destroyForcibly);
  }

  /** Stops the server's connections without ending them: the machine hangs. */
  public void freezeConnections() throws IOException {
    for (ProcessHandle connection : process.children().toList()) {
      run("kill", "-STOP", Long.toString(connection.pid()));
    }
  }

  /** What it logged. */
  public String logText() {
    try {
      return Files.exists(log()) ? Files.readString(log()) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path log() {
    return folder.resolve("sshd.log");
  }

  private void stop() {
    List<ProcessHandle> family = process.descendants().toList();
    process.destroyForcibly();
    family.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
  }

  @Override
  public void close() {
    stop();
  }
}
