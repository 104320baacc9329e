package io.signalbox.snapshot;

import io.signalbox.snapshot.truth.Reconciler;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the hub's snapshot up to date: once a second, so that ages turn stale by themselves, and
 * soon after a source has news. Reconciling happens on its one thread; many news at once make one
 * snapshot.
 */
public final class SnapshotKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotKeeper.class);
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration GATHER = Duration.ofMillis(50);

  private final Supplier<SourceStates> states;
  private final Reconciler reconciler;
  private final Examiner examiner;
  private final SnapshotHub hub;
  private final Clock clock;
  private final ScheduledExecutorService thread;
  private final AtomicBoolean due = new AtomicBoolean();
  private volatile @Nullable Future<?> ticking;

  /**
   * Nothing runs before {@link #start}.
   *
   * @param thread a single thread, owned by the caller
   */
  public SnapshotKeeper(
      Supplier<SourceStates> states,
      Reconciler reconciler,
      Examiner examiner,
      SnapshotHub hub,
      Clock clock,
      ScheduledExecutorService thread) {
    this.states = states;
    this.reconciler = reconciler;
    this.examiner = examiner;
    this.hub = hub;
    this.clock = clock;
    this.thread = thread;
  }

  /** Begins to tick. */
  public void start() {
    ticking =
        thread.scheduleWithFixedDelay(this::keepGoing, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Says that a source has news; may be called on any thread and returns at once. */
  public void news() {
    if (due.compareAndSet(false, true) && !thread.isShutdown()) {
      var _ = thread.schedule(this::keepGoing, GATHER.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Makes and publishes one snapshot now, on the caller's thread; for headless verbs. */
  public synchronized Snapshot now() {
    due.set(false);
    Snapshot bare = reconciler.reconcile(states.get(), clock.instant());
    Snapshot snapshot = bare.withFindings(examiner.examine(bare));
    hub.publish(snapshot);
    return snapshot;
  }

  private void keepGoing() {
    try {
      now();
    } catch (RuntimeException e) {
      // the old snapshot stays and its age shows; the next tick tries again
      LOG.error("the picture could not be put together", e);
    }
  }

  @Override
  public void close() {
    Future<?> tick = ticking;
    if (tick != null) {
      tick.cancel(false);
    }
  }
}
