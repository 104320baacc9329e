package io.signalbox.snapshot;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How time passes for a poller: really, or by a test's hand. */
public interface Waiting {
  /** A new alarm clock; one per waiting thread. */
  Alarm alarm();

  /** Something to wait on that can be rung early from any thread. */
  interface Alarm {
    /** Ends the wait under way, or the next one. */
    void ring();

    /** Blocks until the time has passed or the alarm rings. */
    void await(Duration atMost) throws InterruptedException;
  }

  /** Real time, by the machine's monotonic clock. */
  static Waiting real() {
    return RealAlarm::new;
  }

  /** An alarm in real time. */
  final class RealAlarm implements Alarm {
    private final Semaphore rung = new Semaphore(0);

    private RealAlarm() {}

    @Override
    public void ring() {
      rung.release();
    }

    @Override
    public void await(Duration atMost) throws InterruptedException {
      boolean _ = rung.tryAcquire(Math.max(1, atMost.toMillis()), TimeUnit.MILLISECONDS);
      rung.drainPermits();
    }
  }
}
