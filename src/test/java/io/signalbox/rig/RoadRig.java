package io.signalbox.rig;

import io.signalbox.action.ActionDesk;
import io.signalbox.action.ActionRun;
import io.signalbox.action.DeskSetup;
import io.signalbox.action.Intent;
import io.signalbox.command.AttachPlanner;
import io.signalbox.command.CommandSetup;
import io.signalbox.interlock.Approval;
import io.signalbox.interlock.Interlock;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.PlanIds;
import io.signalbox.journal.Journal;
import io.signalbox.journal.JournalEntry;
import io.signalbox.journal.JournalReader;
import io.signalbox.model.GithubRunner;
import io.signalbox.profile.Profile;
import io.signalbox.remote.RemoteShell;
import io.signalbox.remote.durable.DurableRuns;
import io.signalbox.remote.durable.RunOrder;
import io.signalbox.remote.ssh.SshFiles;
import io.signalbox.remote.ssh.SshShell;
import io.signalbox.service.CheckPlanner;
import io.signalbox.service.RestartAfterwards;
import io.signalbox.service.RestartPlanner;
import io.signalbox.service.RestartSetup;
import io.signalbox.snapshot.RunnerLookup;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.text.SecretFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The whole road on a real sshd: what GitHub and Prometheus say is the test's. */
public final class RoadRig implements AutoCloseable {
  private final Path folder;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final MutableClock clock = new MutableClock();
  private final RealSshd sshd;
  private final FakeService service;
  private final SshShell ssh;
  private final RemoteShell shell;
  private final DurableRuns runs;
  private final RestartSetup restart;
  private final Journal journal;
  private final ActionDesk desk;
  private volatile Function<Instant, Snapshot> world = at -> SnapshotFixture.calm(at).build();
  private volatile RunnerLookup lookup =
      (where, id) ->
          Optional.of(
              new GithubRunner(id, where, "shop-runner-a", "linux", true, false, List.of()));

  /** Starts a server and builds the desk over the profile that the test makes of the fixture. */
  public RoadRig(Path folder, Function<ProfileFixture, ProfileFixture> change) throws Exception {
    this.folder = folder;
    sshd = RealSshd.start(folder.resolve("sshd"));
    service = new FakeService(sshd, folder.resolve("service"));
    Files.writeString(knownHosts(), sshd.knownHostsLine());
    Files.writeString(config(), "Host *\n  IdentityFile " + sshd.clientKey() + "\n");
    Profile profile =
        change.apply(ProfileFixture.open(sshd.endpoint()).files(config(), knownHosts())).profile();
    ssh = new SshShell(profile, new SshFiles(config(), knownHosts(), folder.resolve("home"), null));
    shell = ssh;
    runs = new DurableRuns(profile, ssh, DurableRig.brief());
    CommandSetup commands =
        new CommandSetup(profile, ssh, runs, clock, "laptop", RunOrder.LIMIT, new SecretFilter());
    restart =
        new RestartSetup(
            this::snapshot,
            () -> {},
            (where, id) -> lookup.runner(where, id),
            commands,
            RestartSetup.WITHIN,
            () -> clock.pass(Duration.ofSeconds(20)));
    journal = Journal.open(journalFolder(), clock, "ana@example");
    desk =
        new ActionDesk(
            new DeskSetup(
                profile,
                this::snapshot,
                new Interlock(new PlanIds(clock)),
                journal,
                clock,
                threads,
                "ana"),
            List.of(
                new CheckPlanner(profile, this::snapshot, shell, clock),
                new RestartPlanner(restart),
                new AttachPlanner(commands, List.of(new RestartAfterwards(restart)))));
  }

  private Snapshot snapshot() {
    return world.apply(clock.instant());
  }

  /** What the console knows from now on, by the time it is asked. */
  public void world(Function<Instant, Snapshot> snapshots) {
    world = snapshots;
  }

  /** What GitHub answers when it is asked once more. */
  public void lookup(RunnerLookup answer) {
    lookup = answer;
  }

  /** Proposes and waits. */
  public Plan propose(Intent intent) throws Exception {
    return desk.propose(intent).get(60, TimeUnit.SECONDS);
  }

  /** Proposes the restart and waits. */
  public Plan proposeRestart() throws Exception {
    return propose(new Intent.RestartService("shop-runner-a"));
  }

  /** Approves as the card would, and waits for the end. */
  public ActionRun approve(Plan plan) throws Exception {
    return approve(plan, plan.confirmText(), "it hangs");
  }

  /** Approves with this text and reason, and waits for the end. */
  public ActionRun approve(Plan plan, String typed, String reason) throws Exception {
    Approval approval = new Approval(plan.hash(), typed, reason, "ana", clock.instant());
    return desk.approve(plan, approval).get(60, TimeUnit.SECONDS);
  }

  /** The desk. */
  public ActionDesk desk() {
    return desk;
  }

  /** The clock of everything here. */
  public MutableClock clock() {
    return clock;
  }

  /** The server. */
  public RealSshd sshd() {
    return sshd;
  }

  /** The service on it. */
  public FakeService service() {
    return service;
  }

  /** The shell under the desk. */
  public RemoteShell shell() {
    return shell;
  }

  /** The runs that the server keeps. */
  public DurableRuns runs() {
    return runs;
  }

  /** What a restart is planned and proved with. */
  public RestartSetup restart() {
    return restart;
  }

  /** The journal under the desk. */
  public Journal journal() {
    return journal;
  }

  /** What is on record. */
  public List<JournalEntry> recorded() throws Exception {
    return JournalReader.read(journalFolder());
  }

  /** Phases on record, in words. */
  public List<String> phases() throws Exception {
    return recorded().stream().map(entry -> entry.phase().word()).toList();
  }

  /** Commands that reached the machine and change something. */
  public List<String> restarts() throws Exception {
    return service.called().stream().filter(call -> call.contains("restart")).toList();
  }

  /** The journal's folder. */
  public Path journalFolder() {
    return folder.resolve("journal");
  }

  /** The SSH configuration in use. */
  public Path config() {
    return folder.resolve("ssh_config");
  }

  /** The known hosts in use. */
  public Path knownHosts() {
    return folder.resolve("known_hosts");
  }

  @Override
  public void close() {
    shell.close();
    sshd.close();
    journal.close();
    threads.shutdown();
  }
}
