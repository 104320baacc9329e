package io.signalbox.handover;

import io.signalbox.action.ActionException;
import io.signalbox.model.GithubRunner;
import io.signalbox.snapshot.GithubSight;
import io.signalbox.snapshot.RunnerLookup;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SourceException;
import java.util.List;
import java.util.Optional;

/** Runners of GitHub by name, read at this moment. */
final class LiveRunners {
  private LiveRunners() {}

  /**
   * The one runner of this name, read live: labels are planned on nothing older.
   *
   * @throws ActionException where there is none, or several, or GitHub does not answer
   */
  static GithubRunner of(HandoverSetup setup, Snapshot snapshot, String name)
      throws ActionException, InterruptedException {
    List<GithubRunner> listed =
        GithubSight.in(snapshot).map(sight -> sight.named(name)).orElse(List.of());
    if (listed.size() != 1) {
      String error = GithubSight.in(snapshot).map(sight -> sight.health().error()).orElse(null);
      throw new ActionException(
          listed.isEmpty()
              ? "GitHub lists no runner "
                  + name
                  + (error == null ? "; check its name and where it is registered" : ": " + error)
              : "GitHub lists " + listed.size() + " runners " + name + "; give one another name");
    }
    return again(setup.runners(), listed.getFirst());
  }

  /** The same registration, read live. */
  static GithubRunner again(RunnerLookup lookup, GithubRunner known)
      throws ActionException, InterruptedException {
    try {
      Optional<GithubRunner> now = lookup.runner(known.registeredAt(), known.id());
      return now.orElseThrow(
          () ->
              new ActionException(
                  "GitHub shows no runner "
                      + known.id()
                      + " at "
                      + known.registeredAt()
                      + " any more: it is gone, or the token may not see it"));
    } catch (SourceException e) {
      throw new ActionException(
          "the labels of " + known.name() + " could not be read: " + e.getMessage());
    }
  }
}
