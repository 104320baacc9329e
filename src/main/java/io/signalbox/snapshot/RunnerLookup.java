package io.signalbox.snapshot;

import io.signalbox.model.GithubRunner;
import java.util.Optional;

/** Asks GitHub for one runner now, past every cache; blocks, so call it on a virtual thread. */
public interface RunnerLookup {
  /**
   * The runner as GitHub has it at this moment.
   *
   * @param registeredAt {@link GithubRunner#registeredAt()}
   * @return empty when GitHub answers that there is no such runner
   * @throws SourceException when no answer could be had
   */
  Optional<GithubRunner> runner(String registeredAt, long id)
      throws SourceException, InterruptedException;
}
