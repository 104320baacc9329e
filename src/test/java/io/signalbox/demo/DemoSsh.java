package io.signalbox.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/** A strict SSH client that uses the files of a demo home and nothing else. */
final class DemoSsh implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path files;
  private final SshClient client = SshClient.setUpDefaultClient();

  DemoSsh(DemoWorld world) {
    this.files = world.home().resolve("ssh");
    client.setHostConfigEntryResolver(
        org.apache.sshd.client.config.hosts.HostConfigEntryResolver.EMPTY);
    client.setServerKeyVerifier(
        new KnownHostsServerKeyVerifier(
            RejectAllServerKeyVerifier.INSTANCE, files.resolve("known_hosts")));
    client.start();
  }

  record Printed(int exit, String out, String err) {}

  ClientSession connect(String user, String host, KeyPair key) throws IOException {
    ClientSession session =
        client.connect(user, "127.0.0.1", port(host)).verify(PATIENCE).getSession();
    session.addPublicKeyIdentity(key);
    session.auth().verify(PATIENCE);
    return session;
  }

  ClientSession connect(String host) throws Exception {
    return connect(FleetSshServer.USER, host, key());
  }

  Printed run(String host, String command) throws Exception {
    try (ClientSession session = connect(host);
        ChannelExec channel = session.createExecChannel(command)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      channel.setOut(out);
      channel.setErr(err);
      channel.open().verify(PATIENCE);
      channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE);
      Integer exit = channel.getExitStatus();
      return new Printed(
          exit == null ? -1 : exit,
          out.toString(StandardCharsets.UTF_8),
          err.toString(StandardCharsets.UTF_8));
    }
  }

  private KeyPair key() throws Exception {
    Path file = files.resolve("id_ed25519");
    try (var in = Files.newInputStream(file)) {
      return SecurityUtils.loadKeyPairIdentities(
              null, () -> file.toString(), in, FilePasswordProvider.EMPTY)
          .iterator()
          .next();
    }
  }

  private int port(String host) throws IOException {
    List<String> lines = Files.readAllLines(files.resolve("config"));
    int at = lines.indexOf("Host " + host);
    Matcher port = Pattern.compile("\\s*Port (\\d+)").matcher(lines.get(at + 2));
    if (at < 0 || !port.matches()) {
      throw new AssertionError("no port of " + host + " in the SSH configuration");
    }
    return Integer.parseInt(port.group(1));
  }

  @Override
  public void close() {
    client.stop();
  }
}
