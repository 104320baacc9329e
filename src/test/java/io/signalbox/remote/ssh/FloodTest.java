package io.signalbox.remote.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.remote.CommandResult;
import io.signalbox.remote.OutputSink;
import io.signalbox.rig.RealSshd;
import io.signalbox.text.SecretFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Floods through a real sshd: every line arrives, none is kept twice. */
class FloodTest {
  @TempDir Path folder;

  private long flood(String command) throws Exception {
    AtomicLong lines = new AtomicLong();
    OutputSink sink = (_, _) -> lines.incrementAndGet();
    try (RealSshd sshd = RealSshd.start(folder.resolve("sshd"))) {
      Files.writeString(folder.resolve("known_hosts"), sshd.knownHostsLine());
      Files.writeString(
          folder.resolve("config"), "Host *\n  IdentityFile " + sshd.clientKey() + "\n");
      SshFiles files =
          new SshFiles(
              folder.resolve("config"), folder.resolve("known_hosts"), folder.resolve("h"), null);
      SecretFilter secrets = new SecretFilter();
      secrets.know("correct-horse-battery");
      try (SshSessions sessions = new SshSessions(new SshConfigResolver(files))) {
        CommandResult result =
            new ExecChannel(sessions.link(sshd.endpoint()), secrets)
                .run(command, sink, Duration.ofMinutes(9));
        assertThat(result.exitStatus()).isZero();
        assertThat(result.out()).hasSizeLessThanOrEqualTo(CommandResult.KEPT);
      }
    }
    return lines.get();
  }

  @Test
  void F31_sixtyFourMebibytesOfLinesAllArrive() throws Exception {
    assertThat(
            flood(
                "yes 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde"
                    + " | head -c 67108864"))
        .isEqualTo(67108864 / 64);
  }

  @Test
  void F31_oneLineOfSixtyFourMebibytesIsOneLine() throws Exception {
    assertThat(flood("head -c 67108864 /dev/zero | tr '\\0' y")).isEqualTo(1);
  }

  @Test
  @Tag("long")
  void F31_aGibibyteOfLinesAllArrive() throws Exception {
    assertThat(
            flood(
                "yes 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde"
                    + " | head -c 1073741824"))
        .isEqualTo(1073741824 / 64);
  }
}
