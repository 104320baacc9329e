package io.signalbox.service;

import io.signalbox.action.ActionException;
import io.signalbox.model.GithubRunner;
import io.signalbox.snapshot.GithubSight;
import io.signalbox.snapshot.RunnerLookup;
import io.signalbox.snapshot.SourceException;
import java.util.List;

/** Asks GitHub once more, immediately before the command is sent, whether the runner is busy. */
final class BusyGuard {
  private final RestartSetup setup;

  BusyGuard(RestartSetup setup) {
    this.setup = setup;
  }

  /**
   * Returns when the runner may be restarted.
   *
   * @return what was seen, in words
   * @throws ActionException naming {@code busy} when it may not, or when that is not known
   */
  String check(String runner) throws ActionException, InterruptedException {
    if (setup.profile().sources().github() == null) {
      return "GitHub is not configured: busy was not read";
    }
    RunnerLookup lookup = setup.lookup();
    List<GithubRunner> listed =
        GithubSight.in(setup.snapshots().get()).map(sight -> sight.named(runner)).orElse(List.of());
    if (lookup == null || listed.isEmpty()) {
      throw refusal(runner, "GitHub's newest answer does not hold it, so its id is not known");
    }
    for (GithubRunner one : listed) {
      if (now(lookup, one).busy()) {
        throw new ActionException(
            "busy: " + runner + " has taken a job since the plan was made; wait until it is done");
      }
    }
    return "GitHub says " + runner + " is not busy";
  }

  private static GithubRunner now(RunnerLookup lookup, GithubRunner listed)
      throws ActionException, InterruptedException {
    try {
      return lookup
          .runner(listed.registeredAt(), listed.id())
          .orElseThrow(
              () ->
                  refusal(listed.name(), "GitHub no longer has it under " + listed.registeredAt()));
    } catch (SourceException e) {
      throw refusal(listed.name(), String.valueOf(e.getMessage()));
    }
  }

  private static ActionException refusal(String runner, String why) {
    return new ActionException(
        "busy: whether " + runner + " is busy could not be read before sending (" + why + ")");
  }
}
