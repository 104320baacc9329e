package io.signalbox.runbook;

import io.signalbox.profile.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a window reads runbooks and where somebody stands in them. No method blocks; futures complete
 * on a background thread. Steps of a shell are not run here: they are intents for the desk.
 */
public interface RunbookDoor {
  /** Reads all of them anew. */
  CompletableFuture<RunbookLibrary> library();

  /** Reads one anew, by its key; empty where it is gone. */
  CompletableFuture<Optional<RunbookLibrary.Entry>> read(String key);

  /** What is kept of the work on it. */
  CompletableFuture<RunbookProgress> progress(RunbookLibrary.Entry entry);

  /**
   * Changes what is kept, from what is kept now; fails where the disk does not take it, with words
   * for the operator.
   */
  CompletableFuture<RunbookProgress> change(
      RunbookLibrary.Entry entry, UnaryOperator<RunbookProgress> change);

  /**
   * Asks what a step asks of a source, and keeps how that ended; fails with words for the operator.
   */
  CompletableFuture<QueryResult> ask(
      RunbookLibrary.Entry entry, Step step, Map<String, String> values);

  /**
   * On which machines a step runs; pure.
   *
   * @param named as the step writes them, filled
   * @param selected a host's name in the profile, null for none
   */
  Where where(List<String> named, @Nullable String selected);

  /** The environment. */
  Profile profile();

  /**
   * Where a step runs.
   *
   * @param hosts by their names in the profile
   * @param why why there is none; empty otherwise
   */
  record Where(List<String> hosts, String why) {
    /** Copies the list. */
    public Where {
      hosts = List.copyOf(hosts);
    }
  }
}
