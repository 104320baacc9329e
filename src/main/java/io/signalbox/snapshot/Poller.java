package io.signalbox.snapshot;

import io.signalbox.model.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one source again and again on one virtual thread, so it never overlaps itself. Every method
 * may be called on every thread; the listener is called on the poller's thread (or the one that
 * calls {@link #age()}) after each change and must return at once.
 *
 * @param <T> the source's reading
 */
public final class Poller<T> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
  private static final Duration FOR_EVER = Duration.ofDays(3650);

  private final Source<T> source;
  private final int missedPolls;
  private final Pacing pacing;
  private final Consumer<SourceState<T>> listener;
  private final BackOff backOff;
  private final Waiting.Alarm alarm;
  private final Thread thread;

  private SourceState<T> state = new SourceState.Never<>();
  private Duration lastRead = Duration.ZERO;
  private boolean closed;

  /**
   * Prepares polling; {@link #start()} begins it.
   *
   * @param missedPolls after how many missed polls a reading is stale
   * @param listener told of every new state until the poller is closed
   */
  public Poller(
      Source<T> source, int missedPolls, Pacing pacing, Consumer<SourceState<T>> listener) {
    this.source = source;
    this.missedPolls = missedPolls;
    this.pacing = pacing;
    this.listener = listener;
    backOff = new BackOff(pacing.random());
    alarm = pacing.waiting().alarm();
    thread = Thread.ofVirtual().name("poll " + source.id().path()).unstarted(this::run);
  }

  /** Begins; the first read starts at once. */
  public void start() {
    thread.start();
  }

  /** Which source this is. */
  public SourceId id() {
    return source.id();
  }

  /** What is known of the source as of now, its age considered. */
  public synchronized SourceState<T> state() {
    return Freshness.aged(state, pacing.clock().instant(), limit());
  }

  /** Reads as soon as the read under way, if any, has ended: also after a hopeless failure. */
  public void askNow() {
    alarm.ring();
  }

  /** The machine slept or the network came back: asks now, unless asking was given up. */
  void wake() {
    boolean givenUp;
    synchronized (this) {
      givenUp = state instanceof SourceState.Failed<T> failed && failed.nextTry() == null;
    }
    if (!givenUp) {
      askNow();
    }
  }

  /** Publishes that the reading has become stale, if it has. */
  void age() {
    SourceState<T> aged;
    synchronized (this) {
      aged = state();
      if (closed || aged == state) {
        return;
      }
      state = aged;
    }
    listener.accept(aged);
  }

  /**
   * Ends polling; an answer that comes later is dropped. Returns once the thread is done or 2 s on.
   */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    thread.interrupt();
    try {
      boolean _ = thread.getState() == Thread.State.NEW || thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        alarm.await(askOnce());
      }
    } catch (InterruptedException e) {
      LOG.debug("{} is not polled any more", source.id().path());
    }
  }

  /** One read; how long to wait before the next. */
  private Duration askOnce() throws InterruptedException {
    Instant began = pacing.clock().instant();
    try {
      Reading<T> reading = source.read();
      backOff.reset();
      Instant ended = pacing.clock().instant();
      publish(new SourceState.Fresh<>(reading, began), Duration.between(began, ended));
      return rest(Duration.between(began, ended));
    } catch (SourceException e) {
      return failed(e);
    } catch (RuntimeException e) {
      LOG.error("reading {} failed in an unforeseen way", source.id().path(), e);
      return failed(
          SourceException.passing(
              "Reading "
                  + source.id().path()
                  + " failed inside this"
                  + " console ("
                  + e.getClass().getSimpleName()
                  + "). Please report it with the log.",
              e));
    }
  }

  /**
   * What is left of the interval: never nothing for a slow source, never more for a clock set back.
   */
  private Duration rest(Duration took) {
    Duration every = source.every();
    Duration rest = every.minus(took);
    Duration least = every.dividedBy(4);
    return rest.compareTo(least) < 0 ? least : rest.compareTo(every) > 0 ? every : rest;
  }

  private Duration failed(SourceException e) {
    Duration wait = backOff.failed(e);
    Instant now = pacing.clock().instant();
    @Nullable Instant nextTry = wait == null ? null : now.plus(wait);
    SourceState<T> before;
    synchronized (this) {
      before = state;
    }
    Instant since = before instanceof SourceState.Failed<T> failing ? failing.since() : now;
    publish(
        new SourceState.Failed<>(
            before.reading(), before.readAt(), since, String.valueOf(e.getMessage()), nextTry),
        lastRead);
    return wait == null ? FOR_EVER : wait;
  }

  private void publish(SourceState<T> fresh, Duration took) {
    synchronized (this) {
      if (closed) {
        return;
      }
      state = fresh;
      lastRead = took.isNegative() ? Duration.ZERO : took;
    }
    listener.accept(fresh);
  }

  private Duration limit() {
    return Freshness.limit(source.every(), missedPolls, lastRead);
  }
}
