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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Every source read once and together, for verbs that print one picture and end. */
final class ReadOnce {
  private final List<Source<?>> sources;
  private final Clock clock;

  ReadOnce(List<Source<?>> sources, Clock clock) {
    this.sources = sources;
    this.clock = clock;
  }

  Map<SourceId, SourceState<?>> within(Duration limit) throws InterruptedException {
    CountDownLatch running = new CountDownLatch(sources.size());
    List<FutureTask<SourceState<?>>> reads = new ArrayList<>();
    for (Source<?> source : sources) {
      FutureTask<SourceState<?>> read =
          new FutureTask<>(() -> read(source)) {
            @Override
            protected void done() {
              running.countDown();
            }
          };
      reads.add(read);
      Thread.ofVirtual().name("read " + source.id().path()).start(read);
    }
    try {
      boolean _ = running.await(limit.toMillis(), TimeUnit.MILLISECONDS);
      Map<SourceId, SourceState<?>> states = new LinkedHashMap<>();
      for (int i = 0; i < reads.size(); i++) {
        states.put(sources.get(i).id(), state(reads.get(i), limit));
      }
      return Collections.unmodifiableMap(states);
    } finally {
      reads.forEach(read -> read.cancel(true));
    }
  }

  private SourceState<?> state(FutureTask<SourceState<?>> read, Duration limit)
      throws InterruptedException {
    if (!read.isDone()) {
      return failed("It gave no answer within " + limit.toSeconds() + " s and was not waited for.");
    }
    try {
      return read.get();
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
