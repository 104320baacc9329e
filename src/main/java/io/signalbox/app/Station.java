package io.signalbox.app;

import io.signalbox.action.Desk;
import io.signalbox.command.Afterwards;
import io.signalbox.diagnosis.Diagnosis;
import io.signalbox.handover.CandidateExam;
import io.signalbox.journal.JournalDoor;
import io.signalbox.model.SourceId;
import io.signalbox.model.SourceKind;
import io.signalbox.profile.Profile;
import io.signalbox.remote.durable.DurableRuns;
import io.signalbox.rollback.PartialFinding;
import io.signalbox.rollback.RollbackBoard;
import io.signalbox.rollback.work.PartialWatch;
import io.signalbox.rollback.work.RollbackSetup;
import io.signalbox.snapshot.Pacing;
import io.signalbox.snapshot.Pollers;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SnapshotHub;
import io.signalbox.snapshot.SnapshotKeeper;
import io.signalbox.snapshot.Source;
import io.signalbox.snapshot.SourceState;
import io.signalbox.snapshot.SourceStates;
import io.signalbox.snapshot.Subscription;
import io.signalbox.snapshot.truth.Reconciler;
import io.signalbox.text.SecretFilter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Everything that watches one environment, put together and taken apart in order. The window and
 * the headless verbs run on the same one.
 */
final class Station implements AutoCloseable {
  /** How long a headless verb waits for all sources. */
  static final Duration ONE_READING = Duration.ofSeconds(45);

  private static final Duration SLOW_ROUND = Duration.ofSeconds(3);

  private final ScheduledExecutorService keeperThread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("snapshot-keeper").factory());
  private final SourceSet sources;
  private final Pollers pollers;
  private final SnapshotHub hub;
  private final SnapshotKeeper keeper;
  private final Reconciler reconciler;
  private final Diagnosis diagnosis;
  private final Surroundings surroundings;
  private final Deskwork deskwork;
  private final SecretFilter secrets = new SecretFilter();
  private @Nullable Thread remains;

  Station(Profile profile, Surroundings surroundings) {
    this.surroundings = surroundings;
    sources = new SourceSet(profile, surroundings.clock(), surroundings.environment(), secrets);
    pollers = new Pollers(sources.all(), Pacing.real(surroundings.clock()));
    hub =
        new SnapshotHub(
            Snapshot.nothingYet(profile.environment().name(), surroundings.clock().instant()));
    reconciler = new Reconciler(profile);
    RollbackBoard board = new RollbackBoard();
    diagnosis = new Diagnosis(profile, List.of(new PartialFinding(board)));
    keeper =
        new SnapshotKeeper(
            () -> new SourceStates(pollers.states()),
            reconciler,
            diagnosis,
            hub,
            surroundings.clock(),
            keeperThread);
    deskwork =
        new Deskwork(profile, surroundings, hub::latest, pollers::askAll, sources, secrets, board);
  }

  /** Begins to poll and to keep the snapshot. */
  void start() {
    var _ = pollers.onChange(keeper::news);
    pollers.start();
    keeper.start();
  }

  /** Looks for what half-done deployments leave, in the background, until this is closed. */
  void watchRemains() {
    PartialWatch watch = new PartialWatch(rollback());
    if (watch.needed()) {
      remains = Thread.ofVirtual().name("partial-watch").start(watch);
    }
  }

  /** Asks every source once and says what they said; not together with {@link #start}. */
  Snapshot readOnce() throws InterruptedException {
    long start = System.nanoTime();
    Map<SourceId, SourceState<?>> read = new LinkedHashMap<>(pollers.readOnce(ONE_READING));
    if (System.nanoTime() - start > SLOW_ROUND.toNanos()) {
      // a slow source made the quick ones' answers old: ask those again
      List<Source<?>> quick =
          sources.all().stream().filter(s -> s.id().kind() != SourceKind.GITHUB).toList();
      try (Pollers again = new Pollers(quick, Pacing.real(surroundings.clock()))) {
        read.putAll(again.readOnce(ONE_READING));
      }
    }
    SourceStates states = new SourceStates(read);
    Snapshot bare = reconciler.reconcile(states, surroundings.clock().instant());
    return bare.withFindings(diagnosis.examine(bare));
  }

  /** Waits until every source has answered or failed once; then the snapshot of that moment. */
  Snapshot awaitFirstReadings() throws InterruptedException {
    Semaphore news = new Semaphore(0);
    try (Subscription _ = pollers.onChange(news::release)) {
      long left = ONE_READING.toNanos();
      long start = System.nanoTime();
      while (!allTried() && left > 0) {
        boolean _ = news.tryAcquire(left, TimeUnit.NANOSECONDS);
        left = ONE_READING.toNanos() - (System.nanoTime() - start);
      }
    }
    return keeper.now();
  }

  private boolean allTried() {
    return pollers.states().values().stream().noneMatch(s -> s instanceof SourceState.Never);
  }

  /** Where intents are handed in. */
  Desk desk() {
    return deskwork.desk();
  }

  /** The table of candidates with what their machines say; empty where GitHub is not configured. */
  Optional<CandidateExam> candidates() {
    return deskwork.handover().map(CandidateExam::new);
  }

  /** Runs on the hosts that outlive a console. */
  DurableRuns runs() {
    return deskwork.runs();
  }

  /** What proves runs whose exit code alone proves nothing. */
  List<Afterwards> proofs() {
    return deskwork.proofs();
  }

  /** What rollbacks and health checks work with. */
  RollbackSetup rollback() {
    return deskwork.rollback();
  }

  /** The journal is held by another instance of the console. */
  boolean journalHeldByAnother() {
    return deskwork.journalHeldByAnother();
  }

  /** The journal for those who look at it. */
  JournalDoor journal() {
    return deskwork.feed();
  }

  Clock clock() {
    return surroundings.clock();
  }

  SnapshotHub hub() {
    return hub;
  }

  Pollers pollers() {
    return pollers;
  }

  SourceSet sources() {
    return sources;
  }

  /** Hides the tokens that were fetched, and what looks like one. */
  SecretFilter secrets() {
    return secrets;
  }

  @Override
  public void close() {
    if (remains != null) {
      remains.interrupt();
    }
    keeper.close();
    pollers.close();
    keeperThread.shutdownNow();
    deskwork.close();
    sources.close();
  }
}
