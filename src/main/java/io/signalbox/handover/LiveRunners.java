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

  /**
   * The runner that loses the role. One of the profile that a whole answer of GitHub does not hold
   * any more is gone: it has no labels and no id, and there is nothing to take from it.
   */
  static GithubRunner giver(HandoverSetup setup, Snapshot snapshot, String name)
      throws ActionException, InterruptedException {
    boolean gone = missing(snapshot, name) && setup.profile().runner(name).isPresent();
    return gone ? gone(name) : of(setup, snapshot, name);
  }

  /** True where GitHub's answer of now is without a gap, and without this runner. */
  static boolean missing(Snapshot snapshot, String name) {
    return GithubSight.in(snapshot)
        .filter(GithubSight::whole)
        .map(sight -> sight.named(name).isEmpty())
        .orElse(false);
  }

  /** A runner without a registration. */
  static GithubRunner gone(String name) {
    return new GithubRunner(0, "", name, "", false, false, List.of());
  }

  /** True for a runner without a registration. */
  static boolean gone(GithubRunner one) {
    return one.registeredAt().isEmpty();
  }

  /** The same registration, read live; a runner without one stays as it is. */
  static GithubRunner again(RunnerLookup lookup, GithubRunner known)
      throws ActionException, InterruptedException {
    if (gone(known)) {
      return known;
    }
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
