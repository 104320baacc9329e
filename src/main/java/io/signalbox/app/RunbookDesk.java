package io.signalbox.app;

import io.signalbox.action.ActionException;
import io.signalbox.action.Verdict;
import io.signalbox.procedure.ProcedureSetup;
import io.signalbox.procedure.QueryStep;
import io.signalbox.procedure.RunbookShelf;
import io.signalbox.procedure.Shelved;
import io.signalbox.procedure.StepTargets;
import io.signalbox.profile.Profile;
import io.signalbox.runbook.QueryResult;
import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.RunbookDoor;
import io.signalbox.runbook.RunbookLibrary;
import io.signalbox.runbook.RunbookProgress;
import io.signalbox.runbook.Step;
import io.signalbox.runbook.StepState;
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

  @Override
  public CompletableFuture<RunbookProgress> progress(Runbook runbook) {
    return later(() -> setup.progress().load(runbook));
  }

  @Override
  public CompletableFuture<RunbookProgress> change(
      Runbook runbook, UnaryOperator<RunbookProgress> change) {
    return later(
        () -> {
          RunbookProgress changed = change.apply(setup.progress().load(runbook));
          setup.progress().save(changed);
          return changed;
        });
  }

  @Override
  public CompletableFuture<QueryResult> ask(
      Runbook runbook, Step step, Map<String, String> values) {
    return later(
        () -> {
          QueryStep.Answered answered =
              new QueryStep(setup).ask(runbook, step, values, actor.get());
          String error = answered.outcome().error();
          boolean well = answered.outcome().verdict() == Verdict.SUCCEEDED_VERIFIED;
          return new QueryResult(
              answered.answers(),
              well ? StepState.OK : StepState.FAILED,
              error == null ? "" : error);
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
