package io.signalbox.rig;

import io.signalbox.interlock.Approval;
import io.signalbox.interlock.HostFacts;
import io.signalbox.interlock.Interlock;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.PlanDraft;
import io.signalbox.interlock.PlanIds;
import io.signalbox.interlock.PlanRefusedException;
import io.signalbox.interlock.ReadOnlyState;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.interlock.RuleEvidence;
import io.signalbox.interlock.Target;
import io.signalbox.profile.Profile;
import io.signalbox.profile.SshEndpoint;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Plans that pass every rule, and their permits by the interlock itself. */
public final class Permits {
  private final Profile profile;
  private final Interlock interlock = new Interlock(new PlanIds(Clock.systemUTC()));
  private final Clock clock = Clock.systemUTC();

  /** In this environment. */
  public Permits(Profile profile) {
    this.profile = profile;
  }

  /** A plan of these commands on a host. */
  public Plan plan(String verb, String host, List<RemoteCommand> commands) {
    return plan(verb, List.of(host), commands);
  }

  /** A plan of these commands on several hosts. */
  public Plan plan(String verb, List<String> hosts, List<RemoteCommand> commands) {
    List<Target> targets = hosts.stream().map(this::target).toList();
    PlanDraft draft = new PlanDraft(verb, "Runs.", "Run", true, targets, commands, "", "", "");
    return interlock.judge(draft, evidence(hosts));
  }

  private Target target(String host) {
    SshEndpoint there = profile.host(host).orElseThrow().ssh();
    String address = there.user() + "@" + there.host() + ":" + there.port();
    return new Target(profile.environment().name(), host, host, address, "");
  }

  /** The permit for it. */
  public Permit permit(Plan plan) {
    List<String> hosts = plan.draft().targets().stream().map(Target::host).toList();
    try {
      return interlock.permit(
          plan,
          new Approval(plan.hash(), plan.confirmText(), "test", "ana", clock.instant()),
          evidence(hosts));
    } catch (PlanRefusedException e) {
      throw new AssertionError(e);
    }
  }

  private RuleEvidence evidence(List<String> hosts) {
    Instant now = clock.instant();
    return new RuleEvidence(
        now,
        profile,
        SnapshotFixture.calm(now).build(),
        new ReadOnlyState(false, "open"),
        hosts.stream()
            .map(host -> new HostFacts(host, "SHA256:x", null, null, null, now))
            .toList());
  }
}
