package io.signalbox.remote.ssh;

import io.signalbox.interlock.Mutating;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.PermitRefusedException;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.profile.HostProfile;
import io.signalbox.profile.Profile;
import io.signalbox.profile.SshEndpoint;
import io.signalbox.remote.ByteSink;
import io.signalbox.remote.CommandLine;
import io.signalbox.remote.CommandResult;
import io.signalbox.remote.OutputSink;
import io.signalbox.remote.Probe;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.RemoteHost;
import io.signalbox.remote.RemoteShell;
import io.signalbox.remote.ScriptEnd;
import io.signalbox.remote.ScriptRoad;
import io.signalbox.text.SecretFilter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The remote shell of a profile's hosts over SSH. */
public final class SshShell implements RemoteShell, ScriptRoad {
  private static final Duration PROBE = Duration.ofSeconds(30);

  /** A restart waits for the unit's stop time-out, 90 s by default; beyond this it is unknown. */
  private static final Duration COMMAND = Duration.ofMinutes(10);

  private final Profile profile;
  private final SshConfigResolver resolver;
  private final SshSessions sessions;
  private final SecretFilter secrets;

  /** For a profile, with the files this process may read; connects to nothing yet. */
  public SshShell(Profile profile, SshFiles files) {
    this(profile, files, new SecretFilter());
  }

  /** As above; hides these secrets in what comes back. */
  public SshShell(Profile profile, SshFiles files, SecretFilter secrets) {
    this.secrets = secrets;
    this.profile = profile;
    this.resolver = new SshConfigResolver(files);
    this.sessions = new SshSessions(resolver);
  }

  /** The files a profile names, the user's home and agent for the rest. */
  public static SshFiles files(Profile profile, Path home, Map<String, String> environment) {
    String agent = environment.get("SSH_AUTH_SOCK");
    return new SshFiles(
        profile.ssh().config(),
        profile.ssh().knownHosts(),
        home,
        agent == null || agent.isBlank() ? null : Path.of(agent));
  }

  @Override
  public RemoteHost resolve(String host) throws RemoteException, InterruptedException {
    return place(host, resolver.resolve(endpoint(host)));
  }

  private static RemoteHost place(String host, SshTarget target) {
    return new RemoteHost(host, target.user(), target.hostname(), target.port(), target.jumps());
  }

  @Override
  public String hostKey(String host) throws RemoteException, InterruptedException {
    return HostKeyCheck.fingerprint(sessions.current(endpoint(host)).session().getServerKey());
  }

  @Override
  public CommandResult read(String host, Probe probe) throws RemoteException, InterruptedException {
    return new ExecChannel(sessions.link(endpoint(host)), secrets)
        .run(CommandLine.quote(probe.argv()), OutputSink.none(), PROBE);
  }

  @Mutating
  @Override
  public CommandResult run(Permit permit, Plan plan, RemoteCommand command, OutputSink sink)
      throws RemoteException, PermitRefusedException, InterruptedException {
    if (!plan.draft().commands().contains(command)) {
      permit.use(plan); // whoever tries another command has had this permit
      throw new PermitRefusedException(
          "this command is not one of the plan's; nothing was sent: " + command.argv());
    }
    permit.use(plan, command);
    SshLink link = sessions.current(endpoint(command.host()));
    String address = place(command.host(), link.target()).address();
    boolean confirmed =
        plan.draft().targets().stream()
            .anyMatch(
                target -> target.host().equals(command.host()) && target.address().equals(address));
    if (!confirmed) {
      throw new PermitRefusedException(
          command.host()
              + " is reached as "
              + address
              + " by now, which is not what was confirmed;"
              + " nothing was sent. Propose it anew");
    }
    return new ExecChannel(link, secrets).run(CommandLine.quote(command.argv()), sink, COMMAND);
  }

  @Override
  public String address(String host) throws RemoteException, InterruptedException {
    return place(host, sessions.current(endpoint(host)).target()).address();
  }

  @Override
  public ScriptEnd send(String host, String script, ByteSink out, Duration limit)
      throws RemoteException, InterruptedException {
    return new ScriptChannel(sessions.link(endpoint(host))).run(script, out, limit);
  }

  private SshEndpoint endpoint(String host) throws RemoteException {
    SshEndpoint endpoint = profile.host(host).map(HostProfile::ssh).orElse(null);
    if (endpoint == null) {
      throw new RemoteException(
          RemoteException.Kind.CONFIGURATION,
          "the profile does not say how host "
              + host
              + " is reached; give it hosts[].ssh in "
              + profile.file(),
          null);
    }
    return endpoint;
  }

  @Override
  public void close() {
    sessions.close();
  }
}
