package io.signalbox.app;

import io.signalbox.action.ActionDesk;
import io.signalbox.action.ActionException;
import io.signalbox.action.Desk;
import io.signalbox.action.DeskSetup;
import io.signalbox.action.Planner;
import io.signalbox.approval.EitherWay;
import io.signalbox.approval.FiledRequests;
import io.signalbox.approval.GithubReviews;
import io.signalbox.approval.SshSignatures;
import io.signalbox.command.AbortPlanner;
import io.signalbox.command.Afterwards;
import io.signalbox.command.AttachPlanner;
import io.signalbox.command.BreakLockPlanner;
import io.signalbox.command.CommandSetup;
import io.signalbox.command.RunCommandPlanner;
import io.signalbox.github.GithubCommands;
import io.signalbox.handover.HandoverSetup;
import io.signalbox.handover.MovePlanner;
import io.signalbox.handover.UndoPlanner;
import io.signalbox.interlock.Interlock;
import io.signalbox.interlock.Pending;
import io.signalbox.interlock.PlanIds;
import io.signalbox.journal.Journal;
import io.signalbox.journal.JournalEntry;
import io.signalbox.journal.JournalException;
import io.signalbox.journal.JournalFeed;
import io.signalbox.procedure.FileProgress;
import io.signalbox.procedure.ProcedureSetup;
import io.signalbox.procedure.RunbookShelf;
import io.signalbox.procedure.StepPlanner;
import io.signalbox.profile.Profile;
import io.signalbox.profile.ReviewProfile;
import io.signalbox.remote.durable.DurableRuns;
import io.signalbox.remote.durable.PlaybookHost;
import io.signalbox.remote.durable.RunOrder;
import io.signalbox.remote.durable.Waiting;
import io.signalbox.remote.ssh.SshHostKeys;
import io.signalbox.remote.ssh.SshShell;
import io.signalbox.rollback.RollbackBoard;
import io.signalbox.rollback.work.PreviewPlanner;
import io.signalbox.rollback.work.RollbackPlanner;
import io.signalbox.rollback.work.RollbackSetup;
import io.signalbox.service.CheckPlanner;
import io.signalbox.service.Pause;
import io.signalbox.service.RestartAfterwards;
import io.signalbox.service.RestartPlanner;
import io.signalbox.service.RestartSetup;
import io.signalbox.snapshot.RunnerLookup;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.WorkLookup;
import io.signalbox.text.SecretFilter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The acting half of a station: journal, SSH, interlock and the desk, opened when first needed. */
final class Deskwork implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Deskwork.class);
  private final Profile profile;
  private final Surroundings surroundings;
  private final Supplier<Snapshot> snapshots;
  private final Runnable askNow;
  private final SourceSet sources;
  private final SecretFilter secrets;
  private final RollbackBoard board;
  private @Nullable ProcedureSetup procedure;
  private @Nullable Open open;
  private @Nullable JournalFeed feed;

  private @Nullable Line line;

  private record Open(Desk desk, Journal journal, ExecutorService threads) {}

  /** The way to the hosts, by itself: looking at runs takes no journal. */
  private record Line(SshShell shell, DurableRuns runs, RollbackSetup rollback) {}

  Deskwork(
      Profile profile,
      Surroundings surroundings,
      Supplier<Snapshot> snapshots,
      Runnable askNow,
      SourceSet sources,
      SecretFilter secrets,
      RollbackBoard board) {
    this.board = board;
    this.profile = profile;
    this.surroundings = surroundings;
    this.snapshots = snapshots;
    this.askNow = askNow;
    this.sources = sources;
    this.secrets = secrets;
  }

  /** Opens journal and desk on the first call; a verb that only reads never writes a journal. */
  Desk desk() {
    return opened().desk();
  }

  /** Runs on the hosts that outlive a console; reading them needs no journal. */
  DurableRuns runs() {
    return line().runs();
  }

  /** What moves of the deploying role work with; empty where GitHub is not configured. */
  Optional<HandoverSetup> handover() {
    RunnerLookup runners = sources.lookup().orElse(null);
    WorkLookup work = sources.work().orElse(null);
    GithubCommands commands = sources.commands().orElse(null);
    if (runners == null || work == null || commands == null) {
      return Optional.empty();
    }
    return Optional.of(
        new HandoverSetup(
            profile,
            snapshots,
            runners,
            work,
            sources.numbers(),
            line().shell(),
            line().runs(),
            commands,
            surroundings.clock(),
            surroundings.pause(),
            this::pending,
            surroundings.folders().state(),
            surroundings.machine()));
  }

  private List<Pending> pending() {
    try {
      return desk().pending();
    } catch (ActionException e) {
      return List.of(); // where that cannot be read, nothing is approved either
    }
  }

  /** What the steps of runbooks work with; queries need neither journal nor desk. */
  synchronized ProcedureSetup procedure() {
    if (procedure == null) {
      procedure =
          new ProcedureSetup(
              commands(),
              new RunbookShelf(profile),
              FileProgress.of(surroundings.folders().state(), profile.environment().name()),
              sources.queries(),
              look -> desk().looked(look));
    }
    return procedure;
  }

  private synchronized Line line() {
    if (line == null) {
      SshShell shell =
          new SshShell(
              profile,
              SshShell.files(profile, surroundings.folders().home(), surroundings.environment()),
              secrets);
      DurableRuns runs = new DurableRuns(profile, shell, Waiting.real());
      line = new Line(shell, runs, rollback(shell, runs));
    }
    return line;
  }

  /** What rollbacks and health checks work with; looking needs no journal. */
  RollbackSetup rollback() {
    return line().rollback();
  }

  private RollbackSetup rollback(SshShell shell, DurableRuns runs) {
    return new RollbackSetup(
        profile,
        snapshots,
        shell,
        runs,
        new PlaybookHost(profile, shell),
        surroundings.clock(),
        surroundings.machine(),
        RunOrder.LIMIT,
        secrets,
        board,
        Thread::sleep,
        sources.commands().orElse(null));
  }

  /** The journal is held by another instance of the console. */
  boolean journalHeldByAnother() {
    return opened().journal().heldByAnother();
  }

  private synchronized Open opened() {
    if (open == null) {
      open = open();
    }
    return open;
  }

  /** The journal for those who look at it; the first call begins to read. */
  synchronized JournalFeed feed() {
    if (feed == null) {
      Open all = opened();
      feed =
          new JournalFeed(
              all.journal(), (entry, what) -> found(all.desk(), entry, what), all.threads());
    }
    return feed;
  }

  private static void found(Desk desk, JournalEntry unfinished, String what)
      throws ActionException {
    if (!desk.found(unfinished.actionId(), what)) {
      throw new ActionException(
          "the outcome of " + unfinished.actionId() + " is known to this console by now");
    }
  }

  private CommandSetup commands() {
    return new CommandSetup(
        profile,
        line().shell(),
        line().runs(),
        surroundings.clock(),
        surroundings.machine(),
        RunOrder.LIMIT,
        secrets);
  }

  /** What proves runs whose exit code alone proves nothing; needs no journal. */
  List<Afterwards> proofs() {
    return List.of(new RestartAfterwards(restart()), new RollbackAfterwards(rollback()));
  }

  private RestartSetup restart() {
    return new RestartSetup(
        snapshots,
        askNow,
        sources.lookup().orElse(null),
        commands(),
        RestartSetup.WITHIN,
        Pause.real());
  }

  private Open open() {
    var clock = surroundings.clock();
    SshShell shell = line().shell();
    CommandSetup command = commands();
    Journal journal = journal();
    journal.hide(secrets);
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("action-", 0).factory());
    SshSignatures signatures =
        new SshSignatures(surroundings.environment(), surroundings.folders().home());
    ReviewProfile review = profile.environment().review();
    GithubReviews reviews =
        review == null
            ? null
            : sources.work().map(work -> new GithubReviews(review, work, clock)).orElse(null);
    DeskSetup setup =
        new DeskSetup(
            profile,
            snapshots,
            new Interlock(
                new PlanIds(clock),
                reviews == null ? signatures : new EitherWay(List.of(signatures, reviews))),
            journal,
            clock,
            threads,
            surroundings.actor(),
            new FiledRequests(
                RequestBoxes.of(profile, shell, surroundings.folders().state()),
                profile,
                clock,
                reviews),
            new HostRunsLook(profile, line().runs(), surroundings.folders().state()),
            () ->
                new SshHostKeys(
                    profile,
                    SshShell.files(
                        profile, surroundings.folders().home(), surroundings.environment())));
    List<Planner> planners =
        new ArrayList<>(
            List.of(
                new CheckPlanner(profile, snapshots, shell, clock),
                new RestartPlanner(restart()),
                new RunCommandPlanner(command),
                new AbortPlanner(command),
                new AttachPlanner(command, proofs()),
                new BreakLockPlanner(command),
                new RollbackPlanner(line().rollback()),
                new PreviewPlanner(line().rollback()),
                new StepPlanner(procedure())));
    handover()
        .ifPresent(
            moves -> planners.addAll(List.of(new MovePlanner(moves), new UndoPlanner(moves))));
    Desk desk = new ActionDesk(setup, planners, surroundings.folders().cache().resolve("output"));
    return new Open(desk, journal, threads);
  }

  private Journal journal() {
    Path folder = surroundings.folders().state();
    try {
      return Journal.open(folder, surroundings.clock(), surroundings.actor());
    } catch (JournalException e) {
      LOG.warn("{}", e.getMessage());
      String why = e.getMessage() == null ? "the journal cannot be written" : e.getMessage();
      return Journal.unusable(folder, surroundings.clock(), surroundings.actor(), why);
    }
  }

  @Override
  public synchronized void close() {
    if (feed != null) {
      feed.close();
      feed = null;
    }
    if (open != null) {
      open.threads().shutdownNow();
    }
    if (line != null) {
      line.shell().close();
    }
    if (open != null) {
      open.journal().close();
    }
    open = null;
    line = null;
    procedure = null;
  }
}
