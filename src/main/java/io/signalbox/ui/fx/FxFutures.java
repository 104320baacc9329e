package io.signalbox.ui.fx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Brings the end of a background task to the FX thread. */
public final class FxFutures {
  private FxFutures() {}

  /** Calls exactly one of the two on the FX thread; the failure is the cause, not its wrapping. */
  public static <T> void deliver(
      CompletableFuture<T> future, Consumer<T> onResult, Consumer<Throwable> onFailure) {
    var _ =
        future.whenComplete(
            (result, failure) ->
                FxHop.later(
                    () -> {
                      if (failure == null) {
                        onResult.accept(result);
                      } else {
                        onFailure.accept(cause(failure));
                      }
                    }));
  }

  /** A sentence for the operator, never empty. */
  public static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}
