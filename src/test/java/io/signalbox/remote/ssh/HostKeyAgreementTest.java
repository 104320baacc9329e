package io.signalbox.remote.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.remote.CommandLine;
import io.signalbox.remote.CommandResult;
import io.signalbox.remote.OfferedHostKey;
import io.signalbox.remote.OutputSink;
import io.signalbox.remote.RemoteException;
import io.signalbox.rig.ProfileFixture;
import io.signalbox.rig.RealSshd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Meeting a real sshd for the first time, and one that opens few channels. */
class HostKeyAgreementTest {
  @TempDir Path folder;
  private RealSshd sshd;
  private Path known;

  @BeforeEach
  void start() throws Exception {
    sshd = RealSshd.start(folder.resolve("sshd"), List.of("MaxSessions 2"));
    known = folder.resolve("ssh/known_hosts");
    config("");
  }

  @AfterEach
  void stop() {
    sshd.close();
  }

  private void config(String more) throws Exception {
    Files.writeString(
        folder.resolve("config"), "Host *\n" + more + "  IdentityFile " + sshd.clientKey() + "\n");
  }

  private SshFiles files() {
    return new SshFiles(folder.resolve("config"), known, folder.resolve("home"), null);
  }

  private SshHostKeys keys() {
    return new SshHostKeys(
        ProfileFixture.open(sshd.endpoint()).files(folder.resolve("config"), known).profile(),
        files());
  }

  private String host() {
    return ProfileFixture.open(sshd.endpoint()).profile().hosts().getFirst().name();
  }

  @Test
  void F37_anUnknownKeyIsRecordedOnlyAgainstTheRightFingerprint() throws Exception {
    try (SshHostKeys keys = keys()) {
      OfferedHostKey offered = keys.unknown(host()).orElseThrow();
      assertThat(offered.fingerprint()).isEqualTo(sshd.fingerprint());
      assertThat(offered.hop()).isEqualTo("127.0.0.1:" + sshd.port());
      for (String wrong : List.of("", "A", "SHA256:", "SHA256:abc", "aaaaaaaa", " ")) {
        assertThatThrownBy(() -> keys.agree(offered, wrong))
            .isInstanceOf(RemoteException.class)
            .hasMessageContaining("nothing was recorded");
      }
      assertThat(known).doesNotExist();
      keys.agree(offered, offered.fingerprint());
      assertThat(Files.readString(known)).isEqualTo(sshd.knownHostsLine());
      assertThat(keys.unknown(host())).isEmpty();
      assertThat(keys.fingerprint(host())).isEqualTo(sshd.fingerprint());
    }
    assertThat(Files.getPosixFilePermissions(known)).hasSize(2);
  }

  @Test
  void F37_namesAreHashedWhereTheConfigurationSaysSo() throws Exception {
    config("  HashKnownHosts yes\n");
    Files.createDirectories(known.getParent());
    Files.writeString(known, "# no line break at the end");
    try (SshHostKeys keys = keys()) {
      OfferedHostKey offered = keys.unknown(host()).orElseThrow();
      String print = offered.fingerprint();
      keys.agree(offered, print.substring(print.length() - 8));
    }
    assertThat(Files.readAllLines(known).getLast()).startsWith("|1|");
    String name = "[127.0.0.1]:" + sshd.port();
    assertThat(RealSshd.run("ssh-keygen", "-F", name, "-f", known.toString())).contains("found");
    try (SshHostKeys again = keys()) {
      assertThat(again.unknown(host())).isEmpty();
    }
  }

  @Test
  void F36_aChangedOrRevokedKeyIsNeverOfferedForAgreement() throws Exception {
    Files.createDirectories(known.getParent());
    Files.writeString(known, sshd.knownHostsLine());
    String old = sshd.fingerprint();
    sshd.rotateHostKey();
    try (SshHostKeys keys = keys()) {
      assertThatThrownBy(() -> keys.unknown(host()))
          .isInstanceOfSatisfying(
              RemoteException.class,
              e -> {
                assertThat(e.kind()).isEqualTo(RemoteException.Kind.HOST_KEY_CHANGED);
                assertThat(e.offered()).isNull();
              })
          .hasMessageContaining(old)
          .hasMessageContaining(sshd.fingerprint());
      Files.writeString(known, "@revoked " + sshd.knownHostsLine());
      assertThatThrownBy(() -> keys.unknown(host())).hasMessageContaining("revoked");
    }
    assertThat(sshd.logText()).doesNotContain("Accepted publickey");
  }

  @Test
  void F42_moreCommandsThanTheHostOpensChannelsForAllRunOnOneConnection() throws Exception {
    Files.createDirectories(known.getParent());
    Files.writeString(known, sshd.knownHostsLine());
    try (SshSessions sessions = new SshSessions(new SshConfigResolver(files()))) {
      SshLink link = sessions.link(sshd.endpoint());
      List<CompletableFuture<CommandResult>> results = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        CompletableFuture<CommandResult> result = new CompletableFuture<>();
        results.add(result);
        Thread.startVirtualThread(
            () -> {
              try {
                String command = CommandLine.quote(List.of("sleep", "0.3"));
                result.complete(
                    new ExecChannel(link).run(command, OutputSink.none(), Duration.ofMinutes(1)));
              } catch (RemoteException | InterruptedException e) {
                result.completeExceptionally(e);
              }
            });
      }
      for (CompletableFuture<CommandResult> result : results) {
        assertThat(result.get().exitStatus()).isZero();
      }
    }
    assertThat(sshd.logText().split("Accepted publickey", -1)).hasSize(2);
  }
}
