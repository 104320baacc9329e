package io.signalbox.rig;

import io.signalbox.interlock.Plan;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.profile.ControlProfile;
import io.signalbox.profile.EnvironmentProfile;
import io.signalbox.profile.HostProfile;
import io.signalbox.profile.Profile;
import io.signalbox.profile.SshProfile;
import io.signalbox.remote.durable.DurableRuns;
import io.signalbox.remote.durable.RunMeta;
import io.signalbox.remote.durable.RunOrder;
import io.signalbox.remote.durable.RunOutput;
import io.signalbox.remote.durable.StartAnswer;
import io.signalbox.remote.durable.Waiting;
import io.signalbox.remote.ssh.SshShell;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two real servers, box-a and box-b, and durable runs on them as one operator's machine sees it.
 */
public final class DurableRig implements AutoCloseable {
  private final Path folder;
  private final RealSshd first;
  private final RealSshd second;
  private final List<SshShell> shells = new ArrayList<>();

  /** Starts both; these lines go into the first one's configuration. */
  public DurableRig(Path folder, String... more) throws Exception {
    this.folder = folder;
    first = RealSshd.start(folder.resolve("a"), List.of(more));
    second = RealSshd.start(folder.resolve("b"));
    Files.writeString(knownHosts(), first.knownHostsLine() + second.knownHostsLine());
    Files.writeString(
        config(),
        "Host *\n  IdentityFile "
            + first.clientKey()
            + "\n  IdentityFile "
            + second.clientKey()
            + "\n");
  }

  /** The profile of environment shop; with a control host, its directory is in the rig's folder. */
  public Profile profile(@Nullable String control) {
    Profile none =
        Profile.empty(
            folder.resolve("profile.yaml"), new EnvironmentProfile("shop", "blue", false, false));
    return new Profile(
        none.file(),
        none.environment(),
        none.sources(),
        new SshProfile(config(), knownHosts()),
        none.signals(),
        none.thresholds(),
        List.of(
            new HostProfile("box-a", "box-a", List.of(), first.endpoint(), false),
            new HostProfile("box-b", "box-b", List.of(), second.endpoint(), false)),
        none.runners(),
        control == null ? null : new ControlProfile(control, controlFolder().toString()),
        none.freeze(),
        none.runbooks(),
        none.deployment());
  }

  /**
   * Real waiting, but a tenth of it. It stands between two tries at a real server, which may be
   * going up or down just then: a try tells nothing of when the next one would do better, so there
   * is no condition to wait for.
   */
  public static Waiting brief() {
    return time -> Thread.sleep(time.dividedBy(10));
  }

  /** The text of a profile of the first host alone, box-a, with shop-runner-a as its runner. */
  public String profileText(String prometheus) {
    return """
    version: 1
    environment: { name: shop, readOnly: false }
    sources: { prometheus: [{ url: "%s" }] }
    ssh: { config: "%s", knownHosts: "%s" }
    hosts:
      - { name: box-a, hostname: runner-a, ssh: { host: 127.0.0.1, port: %d, user: %s } }
    runners:
      - { github: shop-runner-a, host: box-a, unit: "%s" }
    """
        .formatted(
            prometheus,
            config(),
            knownHosts(),
            first().port(),
            first().user(),
            ProfileFixture.UNIT);
  }

  /** The durable runs of one more operator's machine: connections of its own. */
  public DurableRuns runs(@Nullable String control) {
    return new DurableRuns(profile(control), shell(control), brief());
  }

  /** A shell of its own. */
  public SshShell shell(@Nullable String control) {
    SshShell shell =
        new SshShell(
            profile(control), SshShell.files(profile(control), folder, java.util.Map.of()));
    shells.add(shell);
    return shell;
  }

  /** What is kept beside a run. */
  public static RunMeta meta(String id, String host, long token, String... argv) {
    return new RunMeta(
        id,
        "shop",
        host,
        "ana",
        "laptop",
        "run-command",
        "it hangs",
        List.of(argv),
        List.of(),
        "hash",
        Instant.parse("2026-01-05T03:12:00Z").toString(),
        "head",
        token);
  }

  /** Starts with a permit of its own. */
  public StartAnswer start(DurableRuns runs, RunMeta meta) throws Exception {
    return start(runs, meta, Duration.ofMinutes(5));
  }

  /** Starts with a hard limit. */
  public StartAnswer start(DurableRuns runs, RunMeta meta, Duration limit) throws Exception {
    Permits permits = new Permits(profile(null));
    List<RemoteCommand> commands =
        new ArrayList<>(List.of(new RemoteCommand(meta.host(), meta.argv())));
    if (!meta.verify().isEmpty()) {
      commands.add(new RemoteCommand(meta.host(), meta.verify()));
    }
    Plan plan = permits.plan("run-command", meta.host(), commands);
    return runs.start(permits.permit(plan), plan, new RunOrder(meta, limit));
  }

  /** Starts with the next token. */
  public StartAnswer startNext(DurableRuns runs, String id, String host, String... argv)
      throws Exception {
    return start(runs, meta(id, host, runs.survey(host).lastToken() + 1, argv));
  }

  /** A run's folder on a host without a control folder. */
  public Path runFolder(RealSshd sshd, String id) {
    return sshd.home().resolve(".signalbox/runs").resolve(id);
  }

  /** The folder of the control host. */
  public Path controlFolder() {
    return folder.resolve("control");
  }

  /** Host box-a. */
  public RealSshd first() {
    return first;
  }

  /** Host box-b. */
  public RealSshd second() {
    return second;
  }

  /** The SSH configuration in use. */
  public Path config() {
    return folder.resolve("ssh_config");
  }

  /** The known hosts in use. */
  public Path knownHosts() {
    return folder.resolve("known_hosts");
  }

  /** Keeps all that is written. */
  public static final class Kept implements RunOutput {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<String> notices = new ArrayList<>();

    @Override
    public synchronized void bytes(byte[] chunk, int offset, int length) {
      bytes.write(chunk, offset, length);
    }

    @Override
    public void verify(byte[] chunk, int offset, int length) {}

    @Override
    public void alive() {}

    @Override
    public synchronized void notice(String words) {
      notices.add(words);
    }

    /** All bytes so far. */
    public synchronized byte[] all() {
      return bytes.toByteArray();
    }

    /** How many bytes so far. */
    public synchronized int size() {
      return bytes.size();
    }

    /** All notices. */
    public synchronized List<String> notices() {
      return List.copyOf(notices);
    }
  }

  @Override
  public void close() {
    shells.forEach(SshShell::close);
    first.close();
    second.close();
  }
}
