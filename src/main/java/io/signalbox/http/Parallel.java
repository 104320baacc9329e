package io.signalbox.http;

import io.signalbox.snapshot.SourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Several questions to one server, a few at a time, on virtual threads that do not outlive it. */
public final class Parallel {
  private Parallel() {}

  /** A question to a server. */
  public interface Question<T> {
    /** Asks and waits for the answer. */
    T ask() throws SourceException, InterruptedException;
  }

  /** What became of one question: an answer, or an error. */
  public record Answer<T>(@Nullable T value, @Nullable SourceException error) {
    /** The answer. */
    public T orThrow() throws SourceException {
      if (error != null) {
        throw error;
      }
      return Objects.requireNonNull(value, "a question without an answer");
    }
  }

  /** Asks all of them, at most {@code atOnce} at a time; answers are in the questions' order. */
  public static <T> List<Answer<T>> ask(
      int atOnce, String threadName, List<? extends Question<T>> questions)
      throws InterruptedException {
    Semaphore free = new Semaphore(atOnce);
    ThreadFactory threads = Thread.ofVirtual().name(threadName + "-", 0).factory();
    List<Future<Answer<T>>> under = new ArrayList<>();
    try (ExecutorService executor = Executors.newThreadPerTaskExecutor(threads)) {
      try {
        for (Question<T> question : questions) {
          under.add(executor.submit(limited(free, question)));
        }
        List<Answer<T>> answers = new ArrayList<>();
        for (Future<Answer<T>> future : under) {
          answers.add(future.get());
        }
        return answers;
      } catch (InterruptedException e) {
        executor.shutdownNow();
        throw e;
      } catch (ExecutionException e) {
        executor.shutdownNow();
        throw new IllegalStateException(threadName + ": " + e.getCause(), e.getCause());
      }
    }
  }

  private static <T> Callable<Answer<T>> limited(Semaphore free, Question<T> question) {
    return () -> {
      free.acquire();
      try {
        return new Answer<>(question.ask(), null);
      } catch (SourceException e) {
        return new Answer<>(null, e);
      } finally {
        free.release();
      }
    };
  }
}
