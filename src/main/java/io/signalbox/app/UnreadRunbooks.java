package io.signalbox.app;

import io.signalbox.profile.Profile;
import io.signalbox.runbook.QueryResult;
import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.RunbookDoor;
import io.signalbox.runbook.RunbookLibrary;
import io.signalbox.runbook.RunbookProgress;
import io.signalbox.runbook.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Until the engine is merged. */
record UnreadRunbooks(Profile profile) implements RunbookDoor {
  @Override
  public CompletableFuture<RunbookLibrary> library() {
    return CompletableFuture.completedFuture(RunbookLibrary.EMPTY);
  }

  @Override
  public CompletableFuture<Optional<RunbookLibrary.Entry>> read(String key) {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  @Override
  public CompletableFuture<RunbookProgress> progress(Runbook runbook) {
    return CompletableFuture.completedFuture(RunbookProgress.fresh(runbook));
  }

  @Override
  public CompletableFuture<RunbookProgress> change(
      Runbook runbook, UnaryOperator<RunbookProgress> change) {
    return progress(runbook).thenApply(change);
  }

  @Override
  public CompletableFuture<QueryResult> ask(
      Runbook runbook, Step step, Map<String, String> values) {
    return CompletableFuture.failedFuture(new IllegalStateException("no source"));
  }

  @Override
  public Where where(List<String> named, @Nullable String selected) {
    return new Where(List.of(), "no machine");
  }
}
