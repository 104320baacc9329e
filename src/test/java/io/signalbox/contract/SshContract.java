package io.signalbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.remote.CommandResult;
import io.signalbox.remote.Probe;
import io.signalbox.remote.RemoteShell;
import io.signalbox.remote.UnitName;
import io.signalbox.rig.ProfileFixture;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What the console expects of an SSH server: held by real OpenSSH and by every simulator of it. The
 * host is {@code runner-a}; its service {@link ProfileFixture#UNIT} is active.
 */
public abstract class SshContract {
  private static final UnitName UNIT = new UnitName(ProfileFixture.UNIT);

  /** A shell whose profile names the host under test; closed by the subclass. */
  protected abstract RemoteShell shell();

  /** Sends a command that is no probe and no step of the console's. */
  protected abstract CommandResult raw(String... argv) throws Exception;

  @Test
  void aReadReportsExitCodeZeroAndItsLines() throws Exception {
    CommandResult result = shell().read("runner-a", new Probe.HostName());
    assertThat(result.exitStatus()).isZero();
    assertThat(result.exitSignal()).isNull();
    assertThat(result.connectionLost()).isFalse();
    assertThat(result.out()).hasSize(1);
    assertThat(result.err()).isEmpty();
  }

  @Test
  void theHostKeyIsAFingerprintAndStaysTheSame() throws Exception {
    String first = shell().hostKey("runner-a");
    assertThat(first).matches("SHA256:[A-Za-z0-9+/]{43}");
    assertThat(shell().hostKey("runner-a")).isEqualTo(first);
  }

  @Test
  void anUnknownCommandEndsWith127AndSaysSoOnStandardError() throws Exception {
    CommandResult result = raw("no-such-command-here", "--flag");
    assertThat(result.exitStatus()).isEqualTo(127);
    assertThat(result.out()).isEmpty();
    assertThat(String.join("\n", result.err())).isNotBlank();
  }

  @Test
  void theUnitsStateComesAsKeyAndValue() throws Exception {
    CommandResult result = shell().read("runner-a", new Probe.UnitState(UNIT));
    assertThat(result.exitStatus()).isZero();
    assertThat(result.out()).contains("LoadState=loaded", "ActiveState=active");
    assertThat(result.out()).anyMatch(line -> line.startsWith("ActiveEnterTimestamp="));
    assertThat(result.out()).anyMatch(line -> line.matches("NRestarts=\\d+"));
  }

  @Test
  void aUnitThatDoesNotExistIsAnAnswerNotAnError() throws Exception {
    CommandResult result =
        shell().read("runner-a", new Probe.UnitState(new UnitName("no-such-unit.service")));
    assertThat(result.exitStatus()).isZero();
    assertThat(result.out()).contains("LoadState=not-found", "ActiveState=inactive");
  }

  @Test
  void diskMemoryLoadAndCoresHaveTheirFields() throws Exception {
    CommandResult disk = shell().read("runner-a", new Probe.Disk());
    assertThat(disk.out()).hasSize(2);
    assertThat(disk.out().get(1)).matches("\\S+ +\\d+ +\\d+ +\\d+ +\\d+% /");
    CommandResult memory = shell().read("runner-a", new Probe.Memory());
    assertThat(memory.out()).anyMatch(line -> line.matches("Mem: +\\d+ +\\d+ .*"));
    CommandResult load = shell().read("runner-a", new Probe.Load());
    assertThat(load.out().getFirst()).matches("\\d+\\.\\d+ \\d+\\.\\d+ \\d+\\.\\d+ \\S+ \\d+");
    CommandResult cores = shell().read("runner-a", new Probe.Cores());
    assertThat(cores.out().getFirst()).matches("[1-9]\\d*");
  }

  @Test
  void theJournalEndsWithExitCodeZero() throws Exception {
    assertThat(shell().read("runner-a", new Probe.RecentJournal(UNIT)).exitStatus()).isZero();
  }

  @Test
  void manyCommandsRunOnOneHostAtOnce() throws Exception {
    RemoteShell shell = shell();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<Future<CommandResult>>();
      for (int i = 0; i < 20; i++) {
        results.add(threads.submit(() -> shell.read("runner-a", new Probe.Cores())));
      }
      for (var result : results) {
        assertThat(result.get().exitStatus()).isZero();
      }
    }
  }
}
