package io.signalbox.rollback.work;

import io.signalbox.action.ActionException;
import io.signalbox.action.Intent;
import io.signalbox.rollback.HealthBoard;
import io.signalbox.rollback.RollbackBoard;
import io.signalbox.rollback.RollbackBoard.Ground;
import io.signalbox.rollback.RollbackDoor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Looks at the profile's control host for those who watch; changes nothing. */
public final class LiveRollbacks implements RollbackDoor {
  private static final int ATTEMPTS = 3;
  private static final String LOOK = "look at the versions";

  private final RollbackSetup setup;
  private final Executor threads;

  /** Asks on these threads. */
  public LiveRollbacks(RollbackSetup setup, Executor threads) {
    this.setup = setup;
    this.threads = threads;
  }

  @Override
  public String notConfigured() {
    String file = setup.profile().file().toString();
    if (!setup.profile().rollback().configured()) {
      return "There is no playbook to go back with: rollback.playbook is not given in " + file;
    }
    return setup.profile().control() == null
        ? "There is no host to run the playbook on: control.host is not given in " + file
        : "";
  }

  @Override
  public RollbackBoard board() {
    return setup.board();
  }

  @Override
  public CompletableFuture<Ground> look(String version) {
    return inBackground(
        () -> {
          Map<String, String> values =
              version.isEmpty()
                  ? Map.of()
                  : Values.of(
                      new Intent.PreviewRollback(version, List.of(), Intent.Acknowledged.NOTHING));
          Looked looked =
              new RollbackLook(setup)
                  .look(
                      new RollbackLook.Wanted(
                          LOOK, version, values, List.of(), Intent.Acknowledged.NOTHING, false));
          if (!looked.trouble().isEmpty()) {
            throw new ActionException(looked.trouble());
          }
          return board().ground().orElseThrow();
        });
  }

  @Override
  public CompletableFuture<HealthBoard> health() {
    return inBackground(() -> new HealthAsker(setup).ask(ATTEMPTS));
  }

  /** What is asked of another machine. */
  private interface Question<T> {
    T ask() throws ActionException, InterruptedException;
  }

  private <T> CompletableFuture<T> inBackground(Question<T> question) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return question.ask();
          } catch (ActionException e) {
            throw new CompletionException(e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
          }
        },
        threads);
  }
}
