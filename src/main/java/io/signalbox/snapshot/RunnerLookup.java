package io.signalbox.snapshot;

import io.signalbox.model.GithubRunner;
import java.util.Optional;

/** Reads one runner live, past every cache: for the last look at {@code busy} before an action. */
public interface RunnerLookup {
  /**
   * The runner as GitHub has it at this moment; blocks.
   *
   * @param registeredAt {@code owner/repo} or the organization where it is registered
   * @return empty where GitHub answers 404: it is gone, or the token may not see it
   * @throws SourceException when nothing is known; never treat that as "not busy"
   */
  Optional<GithubRunner> runner(String registeredAt, long id)
      throws SourceException, InterruptedException;
}
