package io.signalbox.snapshot;

import io.signalbox.model.SourceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks every source once and together, for verbs that print one picture and end. */
final class OneRound {
  private final List<Source<?>> sources;
  private final Clock clock;

  OneRound(List<Source<?>> sources, Clock clock) {
    this.sources = sources;
    this.clock = clock;
  }

  Map<SourceId, SourceState<?>> within(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    List<FutureTask<SourceState<?>>> reads = new ArrayList<>();
    for (Source<?> source : sources) {
      FutureTask<SourceState<?>> read = new FutureTask<>(() -> read(source));
      var _ = Thread.ofVirtual().name("read " + source.id().path()).start(read);
      reads.add(read);
    }
    Map<SourceId, SourceState<?>> states = new LinkedHashMap<>();
    for (int i = 0; i < reads.size(); i++) {
      states.put(sources.get(i).id(), state(reads.get(i), end, limit));
    }
    return Collections.unmodifiableMap(states);
  }

  private SourceState<?> state(FutureTask<SourceState<?>> read, long end, Duration limit)
      throws InterruptedException {
    try {
      return read.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      read.cancel(true);
      return failed("It gave no answer within " + limit.toSeconds() + " s and was not waited for.");
    } catch (ExecutionException e) {
      return failed(
          "Reading it failed inside this console: " + e.getCause() + ". Please report it.");
    }
  }

  private <T> SourceState<T> read(Source<T> source) throws InterruptedException {
    Instant began = clock.instant();
    try {
      return new SourceState.Fresh<>(source.read(), began);
    } catch (SourceException e) {
      return failed(String.valueOf(e.getMessage()));
    }
  }

  private <T> SourceState<T> failed(String error) {
    return new SourceState.Failed<>(null, null, clock.instant(), error, null);
  }
}
