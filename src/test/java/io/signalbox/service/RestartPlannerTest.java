package io.signalbox.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.action.Intent;
import io.signalbox.action.Proposal;
import io.signalbox.command.CommandSetup;
import io.signalbox.interlock.HostFacts;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.model.RunnerRole;
import io.signalbox.profile.Profile;
import io.signalbox.profile.RunnerProfile;
import io.signalbox.profile.SshEndpoint;
import io.signalbox.remote.ByteSink;
import io.signalbox.remote.CommandResult;
import io.signalbox.remote.OutputSink;
import io.signalbox.remote.Probe;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.RemoteHost;
import io.signalbox.remote.RemoteShell;
import io.signalbox.remote.ScriptEnd;
import io.signalbox.remote.ScriptRoad;
import io.signalbox.remote.durable.DurableRuns;
import io.signalbox.remote.durable.DurableScript;
import io.signalbox.remote.durable.RunOrder;
import io.signalbox.rig.MutableClock;
import io.signalbox.rig.ProfileFixture;
import io.signalbox.rig.SnapshotFixture;
import io.signalbox.text.SecretFilter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestartPlannerTest {
  private static final SshEndpoint SSH = new SshEndpoint("192.0.2.51", 22, "ops", "bastion");

  /** A machine that answers every read in the same way and takes no command. */
  private record StillShell(String user, int exit) implements RemoteShell {
    @Override
    public RemoteHost resolve(String host) {
      return new RemoteHost(host, user, "192.0.2.51", 22, List.of("bastion"));
    }

    @Override
    public String hostKey(String host) {
      return "SHA256:x";
    }

    @Override
    public CommandResult read(String host, Probe probe) {
      return new CommandResult(
          exit, null, false, List.of("LoadState=loaded", "ActiveState=active"), List.of("why"));
    }

    @Override
    public CommandResult run(Permit permit, Plan plan, RemoteCommand command, OutputSink sink)
        throws RemoteException {
      throw new RemoteException(RemoteException.Kind.CONNECTION, "takes nothing", null);
    }

    @Override
    public void close() {}
  }

  /** A host that answers every call of the durable script with a free lock. */
  private static final class FreeLock implements ScriptRoad {
    @Override
    public String address(String host) {
      return host;
    }

    @Override
    public ScriptEnd send(String host, String script, ByteSink out, Duration limit) {
      String mark = DurableScript.callIn(script).orElseThrow().split(" ")[1];
      String answer = "signalbox:%1$s token 4\nsignalbox:%1$s end\n".formatted(mark);
      byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
      out.bytes(bytes, 0, bytes.length);
      return new ScriptEnd(0, List.of());
    }
  }

  private static Proposal propose(Profile profile, RemoteShell shell) throws Exception {
    MutableClock clock = new MutableClock();
    RestartSetup setup =
        new RestartSetup(
            () -> SnapshotFixture.calm(clock.instant()).build(),
            () -> {},
            null,
            new CommandSetup(
                profile,
                shell,
                new DurableRuns(profile, new FreeLock(), _ -> {}),
                clock,
                "laptop",
                RunOrder.LIMIT,
                new SecretFilter()),
            RestartSetup.WITHIN,
            () -> {});
    return new RestartPlanner(setup).propose(new Intent.RestartService("shop-runner-a"));
  }

  private static Profile profile() {
    return ProfileFixture.open(SSH).profile();
  }

  @Test
  void theExactCommandIsInThePlan() throws Exception {
    Proposal proposal = propose(profile(), new StillShell("ops", 0));
    assertThat(proposal.draft().commands())
        .containsExactly(
            new RemoteCommand(
                "runner-a", List.of("sudo", "-n", "systemctl", "restart", ProfileFixture.UNIT)));
    assertThat(proposal.draft().targets().getFirst().address())
        .isEqualTo("ops@192.0.2.51:22 via bastion");
    assertThat(proposal.draft().button()).isEqualTo("Restart 1 service on runner-a");
  }

  @Test
  void rootNeedsNoSudo() throws Exception {
    assertThat(propose(profile(), new StillShell("root", 0)).draft().commands().getFirst().argv())
        .containsExactly("systemctl", "restart", ProfileFixture.UNIT);
  }

  @Test
  void aUnitThatCannotBeReadIsSaidInTheFacts() throws Exception {
    HostFacts facts = propose(profile(), new StillShell("ops", 4)).hosts().getFirst();
    assertThat(facts.hostKey()).isEqualTo("SHA256:x");
    assertThat(facts.loadState()).isNull();
    assertThat(facts.error()).contains("exit code 4").contains("why");
  }

  @Test
  void whatTheProfileDoesNotSayIsRefusedInWords() {
    assertRefused(ProfileFixture.open(null).profile(), "hosts[].ssh");
    assertRefused(
        with(
            new RunnerProfile("shop-runner-a", "", "a.service", RunnerRole.NONE, List.of(), false)),
        "runners[].host");
    assertRefused(
        with(new RunnerProfile("shop-runner-a", "runner-a", "", RunnerRole.NONE, List.of(), false)),
        "runners[].unit");
    assertRefused(
        with(
            new RunnerProfile(
                "shop-runner-a",
                "runner-a",
                "actions.*.service",
                RunnerRole.NONE,
                List.of(),
                false)),
        "not a service's name");
  }

  private static void assertRefused(Profile profile, String words) {
    assertThatThrownBy(() -> propose(profile, new StillShell("ops", 0)))
        .hasMessageContaining("cannot restart-service of shop-runner-a")
        .hasMessageContaining(words);
  }

  private static Profile with(RunnerProfile runner) {
    Profile base = profile();
    return new Profile(
        base.file(),
        base.environment(),
        base.sources(),
        base.ssh(),
        base.signals(),
        base.thresholds(),
        base.hosts(),
        List.of(runner),
        base.control(),
        base.freeze(),
        base.runbooks(),
        base.deployment());
  }
}
