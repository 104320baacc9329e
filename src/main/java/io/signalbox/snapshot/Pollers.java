package io.signalbox.snapshot;

import io.signalbox.model.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The pollers of one profile: independent of each other, started and ended together. Every method
 * may be called on every thread.
 */
public final class Pollers implements AutoCloseable {
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration SLEPT = Duration.ofSeconds(30);

  private final List<Source<?>> sources;
  private final Pacing pacing;
  private final List<Poller<?>> pollers = new ArrayList<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Waiting.Alarm tick;
  private final Thread ticker;

  /** Prepares one poller per source, in the profile's order; nothing is asked yet. */
  public Pollers(List<? extends Source<?>> sources, Pacing pacing) {
    this.sources = List.copyOf(sources);
    this.pacing = pacing;
    this.sources.forEach(source -> pollers.add(poller(source)));
    tick = pacing.waiting().alarm();
    ticker = Thread.ofVirtual().name("source ages").unstarted(this::watchAges);
  }

  /** Begins polling all of them. Once only, and not together with {@link #readOnce}. */
  public void start() {
    pollers.forEach(Poller::start);
    ticker.start();
  }

  /** Asks every source as soon as it can be asked, also those that were given up. */
  public void askAll() {
    pollers.forEach(Poller::askNow);
  }

  /** Asks this source as soon as it can be asked; an unknown one is passed over. */
  public void ask(SourceId id) {
    pollers.stream().filter(poller -> poller.id().equals(id)).forEach(Poller::askNow);
  }

  /** What is known of every source as of now, in the profile's order. */
  public Map<SourceId, SourceState<?>> states() {
    Map<SourceId, SourceState<?>> states = new LinkedHashMap<>();
    pollers.forEach(poller -> states.put(poller.id(), poller.state()));
    return Collections.unmodifiableMap(states);
  }

  /**
   * Registers a listener for "some state changed"; called on pollers' threads, must return at once.
   */
  public Subscription onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /**
   * Reads every source once, in parallel, and waits for all of them; nothing is retried. What has
   * not answered within the limit is interrupted and counts as failed.
   */
  public Map<SourceId, SourceState<?>> readOnce(Duration limit) throws InterruptedException {
    return new ReadOnce(sources, pacing.clock()).within(limit);
  }

  /** Ends all polling: first none publishes any more, then each thread is waited for. */
  @Override
  public void close() {
    listeners.clear();
    ticker.interrupt();
    List<Thread> closing =
        pollers.stream().map(poller -> Thread.ofVirtual().start(poller::close)).toList();
    for (Thread thread : closing) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private <T> Poller<T> poller(Source<T> source) {
    return new Poller<>(
        source,
        Freshness.missedPolls(source.id().kind()),
        pacing,
        _ -> listeners.forEach(Runnable::run));
  }

  private void watchAges() {
    try {
      Instant before = pacing.clock().instant();
      while (true) {
        tick.await(TICK);
        Instant now = pacing.clock().instant();
        // The waiting stands still while the machine sleeps, the wall clock does not.
        if (Duration.between(before, now).compareTo(SLEPT) > 0) {
          pollers.forEach(Poller::wake);
        }
        before = now;
        pollers.forEach(Poller::age);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }
}
