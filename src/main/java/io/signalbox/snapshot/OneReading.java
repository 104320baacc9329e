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
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Every source read once and together, for verbs that print one picture and end. */
final class OneReading {
  private final List<Source<?>> sources;
  private final Clock clock;

  OneReading(List<Source<?>> sources, Clock clock) {
    this.sources = sources;
    this.clock = clock;
  }

  Map<SourceId, SourceState<?>> within(Duration limit) throws InterruptedException {
    List<Callable<SourceState<?>>> reads = new ArrayList<>();
    sources.forEach(source -> reads.add(() -> read(source)));
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("read-", 0).factory());
    try {
      List<Future<SourceState<?>>> done =
          threads.invokeAll(reads, limit.toMillis(), TimeUnit.MILLISECONDS);
      Map<SourceId, SourceState<?>> states = new LinkedHashMap<>();
      for (int i = 0; i < done.size(); i++) {
        states.put(sources.get(i).id(), state(done.get(i), limit));
      }
      return Collections.unmodifiableMap(states);
    } finally {
      threads.shutdownNow();
    }
  }

  private SourceState<?> state(Future<SourceState<?>> read, Duration limit)
      throws InterruptedException {
    try {
      return read.get();
    } catch (CancellationException e) {
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
