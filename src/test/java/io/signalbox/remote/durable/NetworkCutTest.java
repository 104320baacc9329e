package io.signalbox.remote.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.signalbox.interlock.Plan;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.profile.Profile;
import io.signalbox.profile.SshEndpoint;
import io.signalbox.remote.ssh.SshFiles;
import io.signalbox.remote.ssh.SshShell;
import io.signalbox.rig.DurableRig;
import io.signalbox.rig.Permits;
import io.signalbox.rig.ProfileFixture;
import io.signalbox.rig.RealSshd;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A machine behind a network of its own, whose cable is pulled and put back: nothing is reset, the
 * packets are just gone. The link is a pair of virtual interfaces that no packet leaves.
 */
class NetworkCutTest {
  private final int number = (int) (ProcessHandle.current().pid() % 60);
  private final String space = "sbx" + ProcessHandle.current().pid();
  private final String link = "sbx" + number + "a";
  private final String there = "192.0.2." + (4 * number + 2);
  @TempDir Path folder;
  private RealSshd keys;
  private Process sshd;
  private boolean made;

  @BeforeEach
  void start() throws Exception {
    made = permitted();
    assumeTrue(made, "network namespaces may not be made here (needs root and iproute2)");
    String other = "sbx" + number + "b";
    RealSshd.run("ip", "link", "add", link, "type", "veth", "peer", "name", other, "netns", space);
    RealSshd.run("ip", "addr", "add", "192.0.2." + (4 * number + 1) + "/30", "dev", link);
    RealSshd.run("ip", "link", "set", link, "up");
    inside("ip", "addr", "add", there + "/30", "dev", other);
    inside("ip", "link", "set", other, "up");
    inside("ip", "link", "set", "lo", "up");
    keys = RealSshd.start(folder.resolve("sshd"));
    sshd =
        new ProcessBuilder(
                "ip",
                "netns",
                "exec",
                space,
                "/usr/sbin/sshd",
                "-D",
                "-e",
                "-f",
                folder.resolve("sshd/sshd_config").toString(),
                "-o",
                "ListenAddress=" + there + ":" + keys.port())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    await().atMost(Duration.ofSeconds(20)).until(this::answers);
  }

  private boolean permitted() throws InterruptedException {
    try {
      Process add = new ProcessBuilder("ip", "netns", "add", space).start();
      return add.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private void inside(String... argv) throws IOException {
    List<String> words = new java.util.ArrayList<>(List.of("ip", "netns", "exec", space));
    words.addAll(List.of(argv));
    RealSshd.run(words.toArray(String[]::new));
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(there, keys.port()), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @AfterEach
  void stop() throws Exception {
    if (sshd != null) {
      List<ProcessHandle> family = sshd.descendants().toList();
      sshd.destroyForcibly();
      family.forEach(ProcessHandle::destroyForcibly);
      sshd.waitFor(10, TimeUnit.SECONDS);
    }
    if (keys != null) {
      keys.close();
    }
    if (made) {
      RealSshd.run("ip", "netns", "del", space);
    }
  }

  @Test
  void F29_aNetworkThatGoesSilentAndComesBackCostsNoByte() throws Exception {
    Path known = folder.resolve("known_hosts");
    Path config = folder.resolve("config");
    Files.writeString(known, keys.knownHostsLine().replace("127.0.0.1", there));
    Files.writeString(config, "Host *\n  IdentityFile " + keys.clientKey() + "\n");
    Profile profile =
        ProfileFixture.open(new SshEndpoint(there, keys.port(), keys.user(), null))
            .files(config, known)
            .profile();
    String host = profile.hosts().getFirst().name();
    try (SshShell shell =
        new SshShell(profile, new SshFiles(config, known, folder.resolve("home"), null))) {
      DurableRuns runs = new DurableRuns(profile, shell, DurableRig.brief());
      String script = "i=0; while [ $i -lt 300 ]; do echo line $i; i=$((i+1)); sleep 0.1; done";
      List<String> argv = List.of("/bin/sh", "-c", script);
      Permits permits = new Permits(profile);
      Plan plan = permits.plan("run-command", host, List.of(new RemoteCommand(host, argv)));
      RunMeta meta = DurableRig.meta("N1", host, 1, argv.toArray(String[]::new));
      assertThat(runs.start(permits.permit(plan), plan, new RunOrder(meta, Duration.ofMinutes(10))))
          .isInstanceOf(StartAnswer.Running.class);
      DurableRig.Kept kept = new DurableRig.Kept();
      CompletableFuture<RunStatus> end = new CompletableFuture<>();
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  end.complete(runs.follow(host, "N1", kept, Duration.ofMinutes(10)));
                } catch (InterruptedException | RuntimeException e) {
                  end.completeExceptionally(e);
                }
              });
      await().atMost(Duration.ofMinutes(1)).until(() -> kept.size() > 200);
      RealSshd.run("ip", "link", "set", link, "down");
      await().atMost(Duration.ofMinutes(1)).until(() -> !kept.notices().isEmpty());
      assertThat(end).isNotDone();
      RealSshd.run("ip", "link", "set", link, "up");
      RunStatus status = end.get(3, TimeUnit.MINUTES);
      assertThat(status.exitCode()).isZero();
      Path log = keys.home().resolve(".signalbox/runs/N1/log");
      assertThat(kept.all()).isEqualTo(Files.readAllBytes(log));
      assertThat(kept.notices().getFirst()).contains("the run goes on there");
    }
  }
}
