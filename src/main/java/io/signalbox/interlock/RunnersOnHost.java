package io.signalbox.interlock;

import io.signalbox.model.RunnerTruth;
import io.signalbox.profile.RunnerProfile;
import java.util.List;
import java.util.stream.Stream;

/** Rules about runners, applied to a target that is a whole machine: each runner on it counts. */
final class RunnersOnHost {
  private RunnersOnHost() {}

  /** The target itself where it is a runner; for a machine, one for each runner known on it. */
  static List<Target> of(Target target, RuleEvidence evidence) {
    if (!target.wholeHost()) {
      return List.of(target);
    }
    Stream<String> configured =
        evidence.profile().runners().stream()
            .filter(runner -> runner.host().equals(target.host()))
            .map(RunnerProfile::github);
    Stream<String> seen =
        evidence.snapshot().runners().stream()
            .filter(runner -> target.host().equals(runner.host()))
            .map(RunnerTruth::name);
    return Stream.concat(configured, seen)
        .distinct()
        .map(
            name ->
                new Target(
                    target.environment(), name, target.host(), target.address(), target.service()))
        .toList();
  }
}
