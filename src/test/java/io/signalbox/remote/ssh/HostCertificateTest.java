package io.signalbox.remote.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.profile.SshEndpoint;
import io.signalbox.remote.Probe;
import io.signalbox.remote.RemoteException;
import io.signalbox.rig.ProfileFixture;
import io.signalbox.rig.RealSshd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Host certificates of a real sshd, by @cert-authority lines as OpenSSH reads them. */
class HostCertificateTest {
  @TempDir Path folder;
  private RealSshd sshd;
  private Path known;
  private Path authority;

  @BeforeEach
  void start() throws Exception {
    Path certificate = folder.resolve("sshd/host_key-cert.pub");
    sshd = RealSshd.start(folder.resolve("sshd"), List.of("HostCertificate " + certificate));
    known = folder.resolve("known_hosts");
    authority = folder.resolve("authority");
    RealSshd.keygen("ed25519", authority);
    Files.writeString(
        folder.resolve("config"), "Host *\n  IdentityFile " + sshd.clientKey() + "\n");
  }

  @AfterEach
  void stop() {
    sshd.close();
  }

  private void certify(Path by, String principal, String... more) throws Exception {
    List<String> options = new ArrayList<>(List.of("-h", "-n", principal));
    options.addAll(List.of(more));
    RealSshd.certify(by, "box", sshd.hostKeyFile(), options.toArray(String[]::new));
    sshd.restart();
  }

  private String publicKey(Path key) throws Exception {
    String[] words = Files.readString(Path.of(key + ".pub")).split(" ");
    return words[0] + " " + words[1] + "\n";
  }

  private void onFile(String marker, Path key) throws Exception {
    Files.writeString(known, marker + " [127.0.0.1]:" + sshd.port() + " " + publicKey(key));
  }

  private int read() throws Exception {
    var profile = ProfileFixture.open(sshd.endpoint()).files(folder.resolve("config"), known);
    try (SshShell shell =
        new SshShell(
            profile.profile(),
            new SshFiles(folder.resolve("config"), known, folder.resolve("home"), null))) {
      String host = profile.profile().hosts().getFirst().name();
      assertThat(shell.hostKey(host)).isEqualTo(sshd.fingerprint());
      return shell.read(host, new Probe.HostName()).exitStatus();
    }
  }

  @Test
  void aCertificateOfAnAuthorityOnFileStandsForTheHost() throws Exception {
    certify(authority, "127.0.0.1");
    onFile("@cert-authority", authority);
    assertThat(read()).isZero();
  }

  @Test
  void anotherAuthorityAnotherNameOrAnExpiredOneVouchesForNobody() throws Exception {
    Path other = folder.resolve("other");
    RealSshd.keygen("ed25519", other);
    onFile("@cert-authority", authority);
    certify(other, "127.0.0.1");
    assertThatThrownBy(this::read)
        .isInstanceOf(RemoteException.class)
        .hasMessageContaining("not known");
    certify(authority, "192.0.2.7");
    assertThatThrownBy(this::read).isInstanceOf(RemoteException.class);
    certify(authority, "127.0.0.1", "-V", "20200101:20200102");
    assertThatThrownBy(this::read).isInstanceOf(RemoteException.class);
  }

  @Test
  void aRevokedAuthorityVouchesForNobodyAndAPlainKeyStaysGood() throws Exception {
    certify(authority, "127.0.0.1");
    onFile("@cert-authority", authority);
    Files.writeString(
        known,
        Files.readString(known)
            + "@revoked [127.0.0.1]:"
            + sshd.port()
            + " "
            + publicKey(authority));
    assertThatThrownBy(this::read).isInstanceOf(RemoteException.class);
    Files.writeString(known, sshd.knownHostsLine());
    assertThat(read()).isZero();
  }

  @Test
  void starsInNamesHoldForEveryPort() throws Exception {
    certify(authority, "127.0.0.1");
    Files.writeString(known, "@cert-authority [127.0.0.1]:* " + publicKey(authority));
    assertThat(read()).isZero();
    Files.writeString(known, "@cert-authority *,!*127.0.0.1* " + publicKey(authority));
    assertThatThrownBy(this::read).isInstanceOf(RemoteException.class);
    String own = sshd.knownHostsLine();
    String key = own.substring(own.indexOf(' ') + 1);
    Files.writeString(known, own + "\n@revoked * " + key);
    assertThatThrownBy(this::read)
        .isInstanceOf(RemoteException.class)
        .hasMessageContaining("revoked");
  }

  @Test
  void oneAuthorityVouchesForTheJumpHostAndTheHostBehindIt() throws Exception {
    Path certificate = folder.resolve("bastion/host_key-cert.pub");
    try (RealSshd bastion =
        RealSshd.start(folder.resolve("bastion"), List.of("HostCertificate " + certificate))) {
      certify(authority, "127.0.0.1");
      RealSshd.certify(authority, "bastion", bastion.hostKeyFile(), "-h", "-n", "127.0.0.1");
      bastion.restart();
      Files.writeString(
          folder.resolve("config"),
          "Host bastion\n  HostName 127.0.0.1\n  Port %d\n  IdentityFile %s\nHost 127.0.0.1\n  IdentityFile %s\n"
              .formatted(bastion.port(), bastion.clientKey(), sshd.clientKey()));
      Files.writeString(known, "@cert-authority * " + publicKey(authority));
      var through =
          new SshEndpoint("127.0.0.1", sshd.port(), sshd.user(), sshd.user() + "@bastion");
      var profile = ProfileFixture.open(through).files(folder.resolve("config"), known).profile();
      try (SshShell shell =
          new SshShell(
              profile,
              new SshFiles(folder.resolve("config"), known, folder.resolve("home"), null))) {
        assertThat(shell.read("runner-a", new Probe.HostName()).exitStatus()).isZero();
        assertThat(bastion.logText()).contains("Accepted publickey");
      }
    }
  }
}
