package io.signalbox.remote.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.contract.SshContract;
import io.signalbox.profile.SshEndpoint;
import io.signalbox.remote.CommandLine;
import io.signalbox.remote.CommandResult;
import io.signalbox.remote.OutputSink;
import io.signalbox.remote.Probe;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.RemoteShell;
import io.signalbox.remote.UnitName;
import io.signalbox.rig.FakeService;
import io.signalbox.rig.ProfileFixture;
import io.signalbox.rig.RealSshd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract and the ways to fail, against Debian's own sshd. */
class RealSshTest extends SshContract {
  @TempDir Path folder;
  private RealSshd sshd;
  private FakeService service;
  private SshShell shell;

  @BeforeEach
  void start() throws Exception {
    sshd = RealSshd.start(folder.resolve("sshd"));
    service = new FakeService(sshd, folder.resolve("service"));
    Files.writeString(folder.resolve("known_hosts"), sshd.knownHostsLine());
    config("");
    shell = new SshShell(profile().profile(), files());
  }

  @AfterEach
  void stop() {
    shell.close();
    sshd.close();
  }

  private void config(String more) throws Exception {
    Files.writeString(
        folder.resolve("config"), more + "Host *\n  IdentityFile " + sshd.clientKey() + "\n");
  }

  private ProfileFixture profile() {
    return ProfileFixture.open(sshd.endpoint())
        .files(folder.resolve("config"), folder.resolve("known_hosts"));
  }

  private SshFiles files() {
    return new SshFiles(
        folder.resolve("config"), folder.resolve("known_hosts"), folder.resolve("home"), null);
  }

  @Override
  protected RemoteShell shell() {
    return shell;
  }

  @Override
  protected CommandResult raw(String... argv) throws Exception {
    try (SshSessions sessions = new SshSessions(new SshConfigResolver(files()))) {
      return new ExecChannel(sessions.link(sshd.endpoint()))
          .run(CommandLine.quote(List.of(argv)), OutputSink.none(), Duration.ofSeconds(30));
    }
  }

  private RemoteException failure() {
    try {
      shell.read("runner-a", new Probe.UnitState(new UnitName(ProfileFixture.UNIT)));
    } catch (RemoteException e) {
      return e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new AssertionError("the command was handed over");
  }

  @Test
  void anUnknownHostKeyEndsItBeforeAnyCommand() throws Exception {
    Files.writeString(folder.resolve("known_hosts"), "");
    RemoteException why = failure();
    assertThat(why.kind()).isEqualTo(RemoteException.Kind.HOST_KEY_UNKNOWN);
    assertThat(why).hasMessageContaining(sshd.fingerprint()).hasMessageContaining("host-key");
    assertThat(service.calls()).doesNotExist();
    assertThat(Files.readString(folder.resolve("known_hosts"))).isEmpty();
  }

  @Test
  void aChangedHostKeyEndsItBeforeAnyCommandAndNamesBoth() throws Exception {
    String old = sshd.fingerprint();
    sshd.rotateHostKey();
    RemoteException why = failure();
    assertThat(why.kind()).isEqualTo(RemoteException.Kind.HOST_KEY_CHANGED);
    assertThat(why).hasMessageContaining(old).hasMessageContaining(sshd.fingerprint());
    assertThat(service.calls()).doesNotExist();
    assertThat(sshd.logText()).doesNotContain("Accepted publickey");
  }

  @Test
  void aHashedNameIsFound() throws Exception {
    RealSshd.run("ssh-keygen", "-q", "-H", "-f", folder.resolve("known_hosts").toString());
    assertThat(Files.readString(folder.resolve("known_hosts"))).startsWith("|1|");
    assertThat(shell.hostKey("runner-a")).isEqualTo(sshd.fingerprint());
  }

  @Test
  void aRefusedLoginListsWhatWasOfferedAndWhatWasNot() throws Exception {
    Path other = folder.resolve("other_key");
    Path locked = folder.resolve("locked_key");
    RealSshd.keygen("ed25519", other);
    RealSshd.keygen("ed25519", locked, "a passphrase");
    Files.writeString(
        folder.resolve("config"),
        "Host *\n IdentityFile " + other + "\n IdentityFile " + locked + "\n");
    RemoteException why = failure();
    assertThat(why.kind()).isEqualTo(RemoteException.Kind.AUTHENTICATION);
    String print = RealSshd.run("ssh-keygen", "-lf", other + ".pub").split(" ")[1];
    assertThat(why).hasMessageContaining(print).hasMessageContaining("passphrase");
    assertThat(service.calls()).doesNotExist();
  }

  @Test
  void refusedAndUnknownNamesAreToldApart() throws Exception {
    sshd.close();
    assertThat(failure().kind()).isEqualTo(RemoteException.Kind.REFUSED);
    shell.close();
    var nowhere = new SshEndpoint("no-such-host.invalid", null, "ops", null);
    shell = new SshShell(ProfileFixture.open(nowhere).profile(), files());
    assertThat(failure().kind()).isEqualTo(RemoteException.Kind.NAME_NOT_FOUND);
  }

  @Test
  void theConfigurationsIncludeAndMatchAreOpenSshsOwn() throws Exception {
    Files.writeString(
        folder.resolve("more"),
        "Host shop-alias\n  HostName 127.0.0.1\n  Port " + sshd.port() + "\n");
    config(
        "Include "
            + folder.resolve("more")
            + "\nMatch host 127.0.0.1\n  User "
            + sshd.user()
            + "\n");
    shell.close();
    var alias = new SshEndpoint("shop-alias", null, null, null);
    shell = new SshShell(ProfileFixture.open(alias).profile(), files());
    assertThat(shell.resolve("runner-a").address())
        .isEqualTo(sshd.user() + "@127.0.0.1:" + sshd.port());
    assertThat(shell.read("runner-a", new Probe.Cores()).exitStatus()).isZero();
  }

  @Test
  void aProxyCommandIsRefusedNotIgnored() throws Exception {
    config("Host 127.0.0.1\n  ProxyCommand nc %h %p\n");
    assertThat(failure().kind()).isEqualTo(RemoteException.Kind.CONFIGURATION);
    assertThat(failure()).hasMessageContaining("proxycommand").hasMessageContaining("ProxyJump");
  }

  @Test
  void aJumpHostIsASecondServerByTheSameRules() throws Exception {
    try (RealSshd bastion = RealSshd.start(folder.resolve("bastion"))) {
      config(
          "Host bastion\n  HostName 127.0.0.1\n  Port "
              + bastion.port()
              + "\n  IdentityFile "
              + bastion.clientKey()
              + "\n  IdentitiesOnly yes\n");
      shell.close();
      var through =
          new SshEndpoint("127.0.0.1", sshd.port(), sshd.user(), sshd.user() + "@bastion");
      shell = new SshShell(ProfileFixture.open(through).profile(), files());
      RemoteException why = failure();
      assertThat(why.kind()).isEqualTo(RemoteException.Kind.HOST_KEY_UNKNOWN);
      assertThat(why).hasMessageContaining("jump host").hasMessageContaining(bastion.fingerprint());
      Files.writeString(
          folder.resolve("known_hosts"), sshd.knownHostsLine() + bastion.knownHostsLine());
      assertThat(shell.hostKey("runner-a")).isEqualTo(sshd.fingerprint());
      assertThat(shell.read("runner-a", new Probe.Cores()).exitStatus()).isZero();
      assertThat(bastion.logText()).contains("Accepted publickey");
    }
  }

  @Test
  void theUsersOwnKeysAreNotReadWhereTheProfileNamesTheFiles() throws Exception {
    Path own = folder.resolve("home/.ssh");
    Files.createDirectories(own);
    Files.copy(sshd.clientKey(), own.resolve("id_ed25519"));
    Files.writeString(folder.resolve("config"), "Host *\n  Compression no\n");
    RemoteException why = failure();
    assertThat(why.kind()).isEqualTo(RemoteException.Kind.AUTHENTICATION);
    assertThat(why).hasMessageContaining("no key was offered");
  }

  @Test
  void anAgentSignsWithoutHandingOutAKey() throws Exception {
    Path socket = folder.resolve("agent");
    Process agent =
        new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
            .redirectErrorStream(true)
            .start();
    try {
      Awaitility.await().until(() -> Files.exists(socket));
      ProcessBuilder add = new ProcessBuilder("ssh-add", "-q", sshd.clientKey().toString());
      add.environment().put("SSH_AUTH_SOCK", socket.toString());
      assertThat(add.start().waitFor()).isZero();
      Files.writeString(folder.resolve("config"), "Host *\n  Compression no\n");
      shell.close();
      shell =
          new SshShell(
              profile().profile(),
              new SshFiles(
                  folder.resolve("config"),
                  folder.resolve("known_hosts"),
                  folder.resolve("home"),
                  socket));
      assertThat(shell.hostKey("runner-a")).isEqualTo(sshd.fingerprint());
      assertThat(sshd.logText()).contains("Accepted publickey").doesNotContain("auth-agent-req");
    } finally {
      agent.destroy();
    }
  }

  @Test
  void aConnectionThatWasCutIsMadeAnew() throws Exception {
    assertThat(shell.read("runner-a", new Probe.Cores()).ok()).isTrue();
    sshd.cutConnections();
    Awaitility.await()
        .ignoreExceptions()
        .until(() -> shell.read("runner-a", new Probe.Cores()).ok());
  }

  @Test
  void aNameThatCouldBeAnOptionStartsNoProcess() {
    assertThatThrownBy(
            () ->
                new SshConfigResolver(files())
                    .resolve(new SshEndpoint("-oProxyCommand=id", null, null, null)))
        .hasMessageContaining("not a possible SSH host");
  }

  @Test
  void aHostKnownByItsRsaKeyOnlyIsAskedForThatKey() throws Exception {
    Path rsa = folder.resolve("rsa_host_key");
    RealSshd.keygen("rsa", rsa);
    try (RealSshd both = RealSshd.start(folder.resolve("both"), List.of("HostKey " + rsa))) {
      String[] words = Files.readString(Path.of(rsa + ".pub")).split(" ");
      Files.writeString(
          folder.resolve("known_hosts"),
          "[127.0.0.1]:" + both.port() + " " + words[0] + " " + words[1] + "\n");
      Files.writeString(
          folder.resolve("config"), "Host *\n  IdentityFile " + both.clientKey() + "\n");
      shell.close();
      shell = new SshShell(ProfileFixture.open(both.endpoint()).profile(), files());
      assertThat(shell.hostKey("runner-a"))
          .isEqualTo(RealSshd.run("ssh-keygen", "-lf", rsa + ".pub").split(" ")[1]);
    }
  }

  @Test
  void aCertificateOfTheUsersAuthorityLogsIn() throws Exception {
    Path authority = folder.resolve("authority");
    Path key = folder.resolve("certified");
    RealSshd.keygen("ed25519", authority);
    RealSshd.keygen("ed25519", key);
    RealSshd.certify(authority, "ana", Path.of(key + ".pub"), "-n", sshd.user());
    try (RealSshd trusting =
        RealSshd.start(
            folder.resolve("trusting"), List.of("TrustedUserCAKeys " + authority + ".pub"))) {
      Files.writeString(folder.resolve("known_hosts"), trusting.knownHostsLine());
      Files.writeString(folder.resolve("config"), "Host *\n  IdentityFile " + key + "\n");
      shell.close();
      shell = new SshShell(ProfileFixture.open(trusting.endpoint()).profile(), files());
      assertThat(shell.read("runner-a", new Probe.Cores()).ok()).isTrue();
      assertThat(trusting.logText()).contains("ED25519-CERT");
    }
  }

  @Test
  @Tag("long")
  void aMachineThatFreezesIsNoticedByItsMissingHeartbeats() throws Exception {
    Path begun = folder.resolve("begun");
    sshd.fake("nproc", "touch " + begun + "; sleep 600\n");
    CompletableFuture<CommandResult> result = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> {
          try (SshSessions sessions = new SshSessions(new SshConfigResolver(files()))) {
            result.complete(
                new ExecChannel(sessions.link(sshd.endpoint()))
                    .run("nproc", OutputSink.none(), Duration.ofMinutes(10)));
          } catch (RemoteException | InterruptedException e) {
            result.completeExceptionally(e);
          }
        });
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(begun));
    sshd.freezeConnections();
    CommandResult end = result.get(2, TimeUnit.MINUTES);
    assertThat(end.unknown()).isTrue();
    assertThat(end.connectionLost()).isTrue();
  }
}
