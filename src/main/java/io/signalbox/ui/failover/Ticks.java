package io.signalbox.ui.failover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What has to be written anew with each second, so that nothing else is. */
final class Ticks {
  private final List<Consumer<Instant>> all = new ArrayList<>();
  private Instant now;

  Ticks(Instant now) {
    this.now = now;
  }

  /** Does it now and with each tick, until {@link #clear}. */
  void add(Consumer<Instant> action) {
    action.accept(now);
    all.add(action);
  }

  void tick(Instant next) {
    now = next;
    all.forEach(one -> one.accept(next));
  }

  void clear() {
    all.clear();
  }
}
