package io.signalbox.ui.rollback;

import io.signalbox.ui.fx.FxFutures;
import io.signalbox.ui.kit.Ages;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One question that is asked in the background, again and again: what it waits for and how it
 * failed, in words. A newer question makes an older answer void. FX thread only.
 */
final class Looker {
  private final Runnable changed;
  private long asked;
  private @Nullable Instant since;
  private String failure = "";

  /** Tells of each change. */
  Looker(Runnable changed) {
    this.changed = changed;
  }

  <T> void ask(Supplier<CompletableFuture<T>> question, Instant now) {
    long mine = ++asked;
    since = now;
    failure = "";
    changed.run();
    FxFutures.deliver(question.get(), _ -> end(mine, ""), why -> end(mine, FxFutures.message(why)));
  }

  private void end(long mine, String why) {
    if (mine == asked) {
      since = null;
      failure = why;
      changed.run();
    }
  }

  boolean asking() {
    return since != null;
  }

  /** What is waited for and for how long, or why it failed; empty where neither. */
  String words(String what, Instant now) {
    Instant from = since;
    if (from != null) {
      return what + ": " + Ages.of(Duration.between(from, now)) + " so far";
    }
    return failure;
  }

  boolean failed() {
    return !failure.isEmpty();
  }
}
