package io.signalbox.app;

import io.signalbox.action.ActionException;
import io.signalbox.procedure.ProcedureSetup;
import io.signalbox.procedure.QueryStep;
import io.signalbox.procedure.RunbookShelf;
import io.signalbox.procedure.Shelved;
import io.signalbox.procedure.StepTargets;
import io.signalbox.profile.Profile;
import io.signalbox.runbook.QueryResult;
import io.signalbox.runbook.RunbookDoor;
import io.signalbox.runbook.RunbookLibrary;
import io.signalbox.runbook.RunbookProgress;
import io.signalbox.runbook.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Runbooks for the window: each question is answered on a virtual thread of its own. */
record RunbookDesk(Profile profile, ProcedureSetup setup, Supplier<String> actor)
    implements RunbookDoor {
  private static final Executor READERS =
      task -> Thread.ofVirtual().name("runbook-reader").start(task);

  @Override
  public CompletableFuture<RunbookLibrary> library() {
    return later(
        () -> {
          RunbookShelf.Listing listing = setup.shelf().list();
          return new RunbookLibrary(
              listing.runbooks().stream().map(RunbookDesk::entry).toList(), listing.troubles());
        });
  }

  private static RunbookLibrary.Entry entry(Shelved shelved) {
    return new RunbookLibrary.Entry(shelved.key(), shelved.folder(), shelved.runbook());
  }

  @Override
  public CompletableFuture<Optional<RunbookLibrary.Entry>> read(String key) {
    return later(() -> setup.shelf().find(key).map(RunbookDesk::entry));
  }

  private static Shelved shelved(RunbookLibrary.Entry entry) {
    return new Shelved(entry.key(), entry.folder(), entry.runbook());
  }

  @Override
  public CompletableFuture<RunbookProgress> progress(RunbookLibrary.Entry entry) {
    return later(() -> setup.progress().load(entry.key(), entry.runbook()));
  }

  @Override
  public CompletableFuture<RunbookProgress> change(
      RunbookLibrary.Entry entry, UnaryOperator<RunbookProgress> change) {
    return later(() -> setup.progress().change(entry.key(), entry.runbook(), change));
  }

  @Override
  public CompletableFuture<QueryResult> ask(
      RunbookLibrary.Entry entry, Step step, Map<String, String> values) {
    return later(
        () -> {
          QueryStep.Answered answered =
              new QueryStep(setup).ask(shelved(entry), step, values, actor.get());
          String error = answered.outcome().error();
          return new QueryResult(
              answered.answers(),
              answered.state(),
              error == null ? "" : error,
              answered.unrecorded());
        });
  }

  @Override
  public Where where(List<String> named, @Nullable String selected) {
    try {
      return new Where(StepTargets.resolve(profile, named, selected), "");
    } catch (ActionException e) {
      return new Where(List.of(), String.valueOf(e.getMessage()));
    }
  }

  /** Fails with what went wrong itself, not with its wrapping. */
  private static <T> CompletableFuture<T> later(Callable<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    READERS.execute(
        () -> {
          try {
            done.complete(work.call());
          } catch (Exception e) {
            done.completeExceptionally(e);
          }
        });
    return done;
  }
}
