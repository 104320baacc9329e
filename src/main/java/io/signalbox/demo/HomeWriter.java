package io.signalbox.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;

/** Fills the throw-away home of a demo world. Folders are 0700 and files 0600 where modes exist. */
final class HomeWriter {
  private final Path home;

  HomeWriter(Path home) {
    this.home = home.toAbsolutePath().normalize();
  }

  Path home() {
    return home;
  }

  Path profile() {
    return home.resolve("profile.yaml");
  }

  private Path ssh(String file) {
    return home.resolve("ssh").resolve(file);
  }

  void token(String token) throws IOException {
    write(home.resolve("token"), token + "\n");
  }

  void profile(String text) throws IOException {
    write(profile(), text);
  }

  void key(KeyPair key) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "signalbox-demo", null, text);
    } catch (GeneralSecurityException e) {
      throw new IOException("The demo's own SSH key could not be written: " + e.getMessage(), e);
    }
    write(ssh("id_ed25519"), text.toString(StandardCharsets.UTF_8));
  }

  void hosts(SimulatedFleet fleet, FleetSshServer server) throws IOException {
    StringBuilder known = new StringBuilder();
    StringBuilder config = new StringBuilder("# Written by the demo world.\n");
    for (SimulatedHost host : fleet.machines()) {
      int port = server.port(host.name());
      String key = PublicKeyEntry.toString(fleet.hostKeys().of(host.name()).getPublic());
      known.append("[127.0.0.1]:").append(port).append(' ').append(key).append('\n');
      config
          .append("Host ")
          .append(host.name())
          .append("\n  HostName 127.0.0.1\n  Port ")
          .append(port)
          .append('\n');
    }
    config.append(
        """
        Host *
          User %s
          IdentityFile "%s"
          IdentitiesOnly yes
          IdentityAgent none
          UserKnownHostsFile "%s"
          GlobalKnownHostsFile /dev/null
          StrictHostKeyChecking yes
        """
            .formatted(FleetSshServer.USER, ssh("id_ed25519"), ssh("known_hosts")));
    write(ssh("known_hosts"), known.toString());
    write(ssh("config"), config.toString());
  }

  private static void write(Path file, String text) throws IOException {
    Path folder = file.getParent();
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    if (folder != null) {
      Files.createDirectories(folder);
      if (posix) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    }
    Files.deleteIfExists(file);
    if (posix) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, text);
  }
}
