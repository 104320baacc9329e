package io.signalbox.remote.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.signalbox.remote.CommandResult;
import io.signalbox.remote.Probe;
import io.signalbox.remote.UnitName;
import io.signalbox.rig.DurableRig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs and reads on hosts whose login shell is no POSIX shell, or none at all. */
class LoginShellTest {
  @TempDir Path folder;
  private DurableRig rig;

  @AfterEach
  void stop() {
    if (rig != null) {
      rig.close();
    }
  }

  /** What sshd does for a login shell: it hands the one string of the request to it. */
  private void login(String shell) throws Exception {
    rig = new DurableRig(folder, "ForceCommand " + shell + " -c \"$SSH_ORIGINAL_COMMAND\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/usr/bin/fish", "/bin/csh", "/bin/dash"})
  void argumentsArriveByteForByteWhateverTheLoginShell(String shell) throws Exception {
    assumeTrue(Files.isExecutable(Path.of(shell)), shell + " is not installed here");
    login(shell);
    DurableRuns runs = rig.runs(null);
    String odd = "a'b \"c\" $HOME `id` \\ \\\\ \\' * ~ ! {x,y} \n;x\té–\u200b";
    assertThat(rig.startNext(runs, "R1", "box-a", "printf", "%s|", odd, "", "-n"))
        .isInstanceOf(StartAnswer.Running.class);
    DurableRig.Kept kept = new DurableRig.Kept();
    RunStatus status = runs.follow("box-a", "R1", kept, Duration.ofMinutes(2));
    assertThat(status.exitCode()).isZero();
    assertThat(new String(kept.all(), StandardCharsets.UTF_8)).isEqualTo(odd + "||-n|");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/usr/bin/fish", "/bin/csh", "/bin/dash"})
  void aReadNamesItsUnitByteForByteWhateverTheLoginShell(String shell) throws Exception {
    assumeTrue(Files.isExecutable(Path.of(shell)), shell + " is not installed here");
    login(shell);
    rig.first().fake("systemctl", "printf 'got=%s\\n' \"$4\"\n");
    CommandResult read =
        rig.shell(null)
            .read("box-a", new Probe.UnitState(new UnitName("odd\\x2dname@1:2.service")));
    assertThat(read.out()).containsExactly("got=odd\\x2dname@1:2.service");
  }

  @Test
  void aUserWhoMayNotLogInIsSaidToBeOne() throws Exception {
    login("/usr/sbin/nologin");
    assertThatThrownBy(() -> rig.runs(null).survey("box-a"))
        .hasMessageContaining("/bin/sh on box-a gave no answer")
        .hasMessageContaining("the login shell of the user there has to allow commands");
  }
}
