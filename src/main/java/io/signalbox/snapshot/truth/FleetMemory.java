package io.signalbox.snapshot.truth;

import io.signalbox.model.RunnerState;
import io.signalbox.model.Signal;
import io.signalbox.model.StateSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of each runner earlier: states as they changed, signals that once had a value,
 * since when a number is too high. Confined to the thread that reconciles.
 */
final class FleetMemory {
  private static final Duration KEPT = Duration.ofMinutes(60);

  /** What is remembered of one runner. */
  private static final class Runner {
    final Deque<StateSpan> spans = new ArrayDeque<>();
    final Map<Signal, Instant> seen = new EnumMap<>(Signal.class);
    final Map<Signal, Instant> over = new EnumMap<>(Signal.class);
    @Nullable Instant githubOfflineSince;
    boolean sawBegin;
  }

  private final Map<String, Runner> runners = new HashMap<>();

  private Runner of(String runner) {
    return runners.computeIfAbsent(runner, _ -> new Runner());
  }

  /** Notes that the signal had a value; returns when it last had one, null if it never had. */
  @Nullable Instant lastSeen(String runner, Signal signal) {
    return of(runner).seen.get(signal);
  }

  void saw(String runner, Signal signal, Instant at) {
    of(runner).seen.merge(signal, at, (a, b) -> a.isAfter(b) ? a : b);
  }

  /** Since when GitHub says offline without a break; clears on online. */
  @Nullable Instant githubOffline(String runner, boolean offline, Instant now) {
    Runner memory = of(runner);
    if (!offline) {
      memory.githubOfflineSince = null;
    } else if (memory.githubOfflineSince == null) {
      memory.githubOfflineSince = now;
    }
    return memory.githubOfflineSince;
  }

  /** Since when the number is over its limit without a break, as seen here; null when it is not. */
  @Nullable Instant over(String runner, Signal signal, boolean over, Instant now) {
    Map<Signal, Instant> since = of(runner).over;
    if (!over) {
      since.remove(signal);
      return null;
    }
    return since.computeIfAbsent(signal, _ -> now);
  }

  /** Adds the present state to the runner's history. */
  void observe(String runner, RunnerState state, Instant now) {
    Runner memory = of(runner);
    Deque<StateSpan> spans = memory.spans;
    StateSpan last = spans.peekLast();
    if (last != null && last.state() == state) {
      spans.pollLast();
      spans.addLast(new StateSpan(last.from(), now, state, true));
    } else {
      memory.sawBegin = last != null;
      if (last != null) {
        spans.pollLast();
        spans.addLast(new StateSpan(last.from(), now, last.state(), true));
      }
      spans.addLast(new StateSpan(now, now, state, true));
    }
    Instant oldest = now.minus(KEPT);
    while (spans.size() > 1 && spans.getFirst().to().isBefore(oldest)) {
      spans.removeFirst();
    }
  }

  /** When the present state began; null where it was so from this console's first look. */
  @Nullable Instant since(String runner) {
    Runner memory = of(runner);
    StateSpan last = memory.spans.peekLast();
    return last == null || !memory.sawBegin ? null : last.from();
  }

  /** States seen by this console, oldest first. */
  List<StateSpan> spans(String runner) {
    return new ArrayList<>(of(runner).spans);
  }
}
