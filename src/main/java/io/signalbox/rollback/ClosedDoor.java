package io.signalbox.rollback;

import java.util.concurrent.CompletableFuture;

/** Nothing is configured, so nothing can be asked. */
record ClosedDoor(String notConfigured, RollbackBoard board) implements RollbackDoor {
  @Override
  public CompletableFuture<RollbackBoard.Ground> look(String version) {
    return CompletableFuture.failedFuture(new IllegalStateException(notConfigured));
  }

  @Override
  public CompletableFuture<HealthBoard> health() {
    return CompletableFuture.failedFuture(new IllegalStateException(notConfigured));
  }
}
