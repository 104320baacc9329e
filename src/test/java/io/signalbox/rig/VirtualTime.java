package io.signalbox.rig;

import io.signalbox.snapshot.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test moves by hand, and waiting that follows it. */
public final class VirtualTime extends Clock implements Waiting {
  private Instant now;

  /** Stands still at this time until moved. */
  public VirtualTime(Instant start) {
    now = start;
  }

  /** Moves time on (or back); whoever has waited long enough goes on. */
  public synchronized void advance(Duration by) {
    now = now.plus(by);
    notifyAll();
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Alarm alarm() {
    return new VirtualAlarm();
  }

  private final class VirtualAlarm implements Alarm {
    private boolean rung;

    @Override
    public void ring() {
      synchronized (VirtualTime.this) {
        rung = true;
        VirtualTime.this.notifyAll();
      }
    }

    @Override
    public void await(Duration atMost) throws InterruptedException {
      synchronized (VirtualTime.this) {
        Instant until = now.plus(atMost);
        while (!rung && now.isBefore(until)) {
          VirtualTime.this.wait();
        }
        rung = false;
      }
    }
  }
}
