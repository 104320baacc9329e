package io.signalbox.remote.ssh;

import io.signalbox.contract.SshContract;
import io.signalbox.demo.DemoOptions;
import io.signalbox.demo.DemoWorld;
import io.signalbox.demo.Scenario;
import io.signalbox.profile.Profile;
import io.signalbox.profile.SshEndpoint;
import io.signalbox.profile.read.ProfileReader;
import io.signalbox.remote.CommandLine;
import io.signalbox.remote.CommandResult;
import io.signalbox.remote.OutputSink;
import io.signalbox.remote.RemoteShell;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract, held by the demo world's simulated machines, reached by its own profile. */
class SimulatedSshTest extends SshContract {
  @TempDir Path home;
  private DemoWorld world;
  private Profile profile;
  private SshShell shell;

  @BeforeEach
  void start() throws Exception {
    world = DemoWorld.start(new DemoOptions(Scenario.CALM, 5, Clock.systemUTC(), home));
    profile = new ProfileReader(home).read(world.profile()).profile();
    shell = new SshShell(profile, files());
  }

  @AfterEach
  void stop() throws Exception {
    shell.close();
    world.close();
  }

  private SshFiles files() {
    return SshShell.files(profile, home, Map.of());
  }

  @Override
  protected RemoteShell shell() {
    return shell;
  }

  @Override
  protected CommandResult raw(String... argv) throws Exception {
    SshEndpoint endpoint = profile.host("runner-a").orElseThrow().ssh();
    try (SshSessions sessions = new SshSessions(new SshConfigResolver(files()))) {
      return new ExecChannel(sessions.link(endpoint))
          .run(CommandLine.quote(List.of(argv)), OutputSink.none(), Duration.ofSeconds(30));
    }
  }
}
