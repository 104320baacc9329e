package io.signalbox.demo;

import io.signalbox.contract.SshContract;
import io.signalbox.profile.Profile;
import io.signalbox.profile.read.ProfileReader;
import io.signalbox.remote.CommandResult;
import io.signalbox.remote.RemoteShell;
import io.signalbox.remote.ssh.SshFiles;
import io.signalbox.remote.ssh.SshShell;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The simulated SSH servers keep the contract that OpenSSH keeps. */
class SshSimulatorContractTest extends SshContract {
  @TempDir Path folder;
  private DemoWorld world;
  private DemoSsh plain;
  private SshShell shell;

  @BeforeEach
  void start() throws Exception {
    Path home = folder.resolve("demo");
    world = DemoWorld.start(new DemoOptions(Scenario.CALM, 7, SimulatorRig.clock(), home));
    plain = new DemoSsh(world);
    Profile profile =
        Objects.requireNonNull(new ProfileReader(folder).read(world.profile()).profile());
    Path config = profile.ssh().config();
    Path known = profile.ssh().knownHosts();
    shell = new SshShell(profile, new SshFiles(config, known, folder.resolve("home"), null));
  }

  @AfterEach
  void stop() throws Exception {
    shell.close();
    plain.close();
    world.close();
  }

  @Override
  protected RemoteShell shell() {
    return shell;
  }

  @Override
  protected CommandResult raw(String... argv) throws Exception {
    DemoSsh.Printed printed = plain.run("runner-a", String.join(" ", argv));
    return new CommandResult(
        printed.exit(),
        null,
        false,
        printed.out().lines().toList(),
        List.copyOf(printed.err().lines().toList()));
  }
}
