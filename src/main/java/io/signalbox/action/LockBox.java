package io.signalbox.action;

import io.signalbox.interlock.ReadOnlyState;
import io.signalbox.journal.JournalException;
import io.signalbox.journal.Phase;
import io.signalbox.profile.EnvironmentProfile;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Read-only mode: each change of it is on record before it holds. Safe on every thread. */
final class LockBox {
  private final EnvironmentProfile environment;
  private final ActionLog log;
  private final Clock clock;
  private Lock lock;

  LockBox(EnvironmentProfile environment, ActionLog log, Clock clock) {
    this.environment = environment;
    this.log = log;
    this.clock = clock;
    this.lock = new Lock(environment.readOnly(), null, "");
  }

  synchronized Lock lock() {
    if (lock.unlockedUntil() != null && lock.closed(clock.instant())) {
      close("the unlock ended after " + Desk.UNLOCK.toMinutes() + " minutes");
    }
    return lock;
  }

  synchronized void unlock(String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("unlocking needs a reason");
    }
    try {
      log.lock(Phase.UNLOCKED, environment.name(), reason);
    } catch (JournalException e) {
      throw new IllegalStateException("not unlocked: " + e.getMessage(), e);
    }
    lock = new Lock(environment.readOnly(), clock.instant().plus(Desk.UNLOCK), reason.strip());
  }

  synchronized void relock() {
    if (lock.unlockedUntil() != null) {
      close("by the operator");
    }
  }

  /** Closing is the safe side: it holds even where it cannot be recorded. */
  private void close(String reason) {
    lock = new Lock(environment.readOnly(), null, "");
    try {
      log.lock(Phase.RELOCKED, environment.name(), reason);
    } catch (JournalException e) {
      // the next action says so, and is refused for it
    }
  }

  ReadOnlyState state(Instant now) {
    Lock present = lock();
    @Nullable Instant until = present.unlockedUntil();
    if (!present.readOnly()) {
      return new ReadOnlyState(false, environment.name() + " is not read-only");
    }
    return present.closed(now) || until == null
        ? new ReadOnlyState(
            true, environment.name() + " is read-only; unlock it with a reason first")
        : new ReadOnlyState(false, "unlocked until " + until + ": " + present.reason());
  }
}
