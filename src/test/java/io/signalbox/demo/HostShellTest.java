package io.signalbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.channel.RequestHandler;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.core.CoreModuleProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SSH servers answer the console's commands, and refuse everything else. */
class HostShellTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String UNIT = "actions.runner.acme-shop.shop-runner-b.service";

  @TempDir Path folder;
  private DemoWorld world;
  private DemoSsh ssh;

  @BeforeEach
  void start() throws Exception {
    world = DemoWorld.start(new DemoOptions(Scenario.CALM, 7, SimulatorRig.clock(), folder));
    ssh = new DemoSsh(world);
  }

  @AfterEach
  void stop() throws Exception {
    ssh.close();
    world.close();
  }

  @Test
  void theUnitLooksLikeSystemd() throws Exception {
    String command =
        "systemctl show -p LoadState,ActiveState,SubState,Result,ExecMainStatus,NRestarts,"
            + "ActiveEnterTimestamp '"
            + UNIT
            + "'";
    DemoSsh.Printed shown = ssh.run("runner-b", command);
    assertThat(shown.exit()).isZero();
    assertThat(shown.out().lines())
        .contains("LoadState=loaded", "ActiveState=active", "SubState=running", "Result=success")
        .anyMatch(
            l -> l.matches("ActiveEnterTimestamp=\\w{3} 2026-02-2\\d \\d\\d:\\d\\d:\\d\\d UTC"))
        .hasSize(7);
  }

  @Test
  void everyHostAnswersForItself() throws Exception {
    assertThat(ssh.run("runner-b", "hostname").out()).isEqualTo("runner-b\n");
    assertThat(ssh.run("build-01", "hostname").out()).isEqualTo("build-01\n");
    assertThat(ssh.run("build-01", "nproc").out()).isEqualTo("32\n");
    DemoSsh.Printed foreign = ssh.run("build-01", "systemctl restart " + UNIT);
    assertThat(foreign.exit()).isEqualTo(5);
    assertThat(foreign.err())
        .isEqualTo("Failed to restart " + UNIT + ": Unit " + UNIT + " not found.\n");
  }

  @Test
  void theFiguresLookLikeTheToolsThatPrintThem() throws Exception {
    String df = ssh.run("runner-b", "df -B1 -P /").out();
    assertThat(df.lines().toList().get(1)).matches("/dev/sda1 +\\d+ +\\d+ +\\d+ +\\d+% /");
    String free = ssh.run("runner-b", "free -b").out();
    assertThat(free.lines().toList().get(1)).matches("Mem:( +\\d+){6}");
    assertThat(ssh.run("runner-b", "cat /proc/loadavg").out())
        .matches("(\\d+\\.\\d\\d ){3}\\d+/\\d+ \\d+\n");
    String journal =
        ssh.run("runner-b", "journalctl -u " + UNIT + " -n 5 --no-pager -o short-iso").out();
    assertThat(journal.lines()).hasSize(5).allMatch(l -> l.matches("\\d{4}-.*\\+0000 runner-b .+"));
  }

  @Test
  void theBlocksOfTheShippedRunbooksAreUnderstood() throws Exception {
    String room =
        "# Expected: some room\ndf -P -h /\nif command -v free >/dev/null; then free -h;"
            + " else head -n 3 /proc/meminfo; fi\ncat /proc/loadavg\n";
    DemoSsh.Printed figures =
        ssh.run("runner-b", "timeout -k 5 60 /bin/bash --norc -u -c '" + room + "'");
    assertThat(figures.exit()).isZero();
    assertThat(figures.out()).contains("Filesystem", "Mem:");
    String restart =
        "if [ \"$(id -u)\" = 0 ]; then\n  systemctl restart "
            + UNIT
            + "\nelse\n  sudo -n systemctl restart "
            + UNIT
            + "\nfi";
    assertThat(ssh.run("runner-b", "/bin/bash --norc -u -c '" + restart + "'").exit()).isZero();
    assertThat(ssh.run("runner-b", "/bin/bash --norc -u -c 'if true; then id; fi'").exit())
        .isEqualTo(127);
  }

  @Test
  void anythingElseIsNotSimulatedAndRunsNothing() throws Exception {
    Path mark = folder.resolve("mark");
    for (String command :
        List.of(
            "touch " + mark,
            "hostname; touch " + mark,
            "hostname && id",
            "nproc $(touch " + mark + ")",
            "sudo -n reboot",
            "systemctl mask " + UNIT,
            "systemctl show -p Environment " + UNIT,
            "journalctl -f",
            "sh")) {
      DemoSsh.Printed printed = ssh.run("runner-b", command);
      assertThat(printed.exit()).as(command).isEqualTo(127);
      assertThat(printed.err()).isEqualTo("not simulated: " + command + "\n");
      assertThat(printed.out()).isEmpty();
    }
    assertThat(mark).doesNotExist();
  }

  @Test
  void shellSubsystemAndForwardingAreRefused() throws Exception {
    try (ClientSession session = ssh.connect("runner-b")) {
      CoreModuleProperties.REQUEST_SHELL_REPLY.set(session, true);
      CoreModuleProperties.REQUEST_SUBSYSTEM_REPLY.set(session, true);
      refused(session.createShellChannel());
      refused(session.createSubsystemChannel("sftp"));
      assertThatThrownBy(
              () ->
                  session
                      .createDirectTcpipChannel(null, new SshdSocketAddress("127.0.0.1", 80))
                      .open()
                      .verify(PATIENCE))
          .isInstanceOf(IOException.class);
    }
  }

  /** The client closes a channel whose request the server refused. */
  private static void refused(ClientChannel channel) throws IOException {
    try (channel) {
      channel.open().verify(PATIENCE);
      assertThat(channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE))
          .contains(ClientChannelEvent.CLOSED);
      assertThat(channel.getExitStatus()).as("nothing ran").isNull();
    }
  }

  @Test
  void aTerminalIsRefused() {
    RequestHandler.Result answer = new ExecOnlyChannel().handlePtyReq(new ByteArrayBuffer(), true);
    assertThat(answer).isEqualTo(RequestHandler.Result.ReplyFailure);
  }

  @Test
  void onlyTheDemosKeyAndUserComeIn() {
    assertThatThrownBy(() -> ssh.connect("ops", "runner-b", HostKeys.ed25519()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aChangedHostKeyIsNoticedOnThatHostOnly() throws Exception {
    world.fleet().changeHostKey("runner-b");
    assertThatThrownBy(() -> ssh.run("runner-b", "hostname")).isInstanceOf(IOException.class);
    assertThat(ssh.run("runner-a", "hostname").exit()).isZero();
  }
}
