package io.signalbox.snapshot.truth;

import io.signalbox.model.HostTruth;
import io.signalbox.model.RunnerRole;
import io.signalbox.model.RunnerState;
import io.signalbox.model.RunnerTruth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Folds runners to the machines they run on. */
final class Hosts {
  private Hosts() {}

  static List<HostTruth> of(List<RunnerTruth> runners) {
    Map<String, List<RunnerTruth>> byHost = new LinkedHashMap<>();
    for (RunnerTruth runner : runners) {
      if (!runner.host().isEmpty()) {
        byHost.computeIfAbsent(runner.host(), _ -> new ArrayList<>()).add(runner);
      }
    }
    List<HostTruth> hosts = new ArrayList<>();
    byHost.forEach(
        (name, on) ->
            hosts.add(
                new HostTruth(
                    name,
                    worst(on),
                    on.stream().map(RunnerTruth::name).toList(),
                    on.stream()
                        .map(RunnerTruth::role)
                        .filter(role -> role != RunnerRole.NONE)
                        .distinct()
                        .toList())));
    hosts.sort(Comparator.comparing(HostTruth::name));
    return List.copyOf(hosts);
  }

  private static RunnerState worst(List<RunnerTruth> runners) {
    return runners.stream()
        .map(RunnerTruth::state)
        .min(Comparator.comparingInt(RunnerState::rank))
        .orElse(RunnerState.UNKNOWN);
  }
}
