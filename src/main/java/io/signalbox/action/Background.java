package io.signalbox.action;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Blocking work whose every end is its future's, in words for the operator. */
final class Background {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final Executor executor;

  Background(Executor executor) {
    this.executor = executor;
  }

  /** One blocking task. */
  interface Task<T> {
    T run() throws ActionException, InterruptedException;
  }

  /** Runs it; a failure is an {@link ActionException} that begins with these words. */
  <T> CompletableFuture<T> run(Task<T> task, String otherwise) {
    CompletableFuture<T> future = new CompletableFuture<>();
    executor.execute(
        () -> {
          try {
            future.complete(task.run());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            future.completeExceptionally(new ActionException(otherwise + ": interrupted"));
          } catch (ActionException e) {
            future.completeExceptionally(e);
          } catch (RuntimeException e) {
            LOG.error("{}", otherwise, e);
            future.completeExceptionally(
                new ActionException(
                    otherwise + ": an error of the console itself (" + e + "); it is in the log"));
          }
        });
    return future;
  }
}
