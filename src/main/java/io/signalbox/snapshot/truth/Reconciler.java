package io.signalbox.snapshot.truth;

import io.signalbox.model.DeployEnvironment;
import io.signalbox.model.Deployment;
import io.signalbox.model.GithubReading;
import io.signalbox.model.Input;
import io.signalbox.model.InputState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.model.Signal;
import io.signalbox.model.Silence;
import io.signalbox.model.SourceId;
import io.signalbox.model.WorkflowRun;
import io.signalbox.profile.Profile;
import io.signalbox.snapshot.Reading;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SourceHealth;
import io.signalbox.snapshot.SourceState;
import io.signalbox.snapshot.SourceStates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the sources' states together to one snapshot. Remembers what it saw, so it belongs to one
 * thread; findings are added by who calls it.
 */
public final class Reconciler {
  private static final Comparator<RunnerTruth> WORST_FIRST =
      Comparator.<RunnerTruth>comparingInt(runner -> runner.state().rank())
          .thenComparing(RunnerTruth::role)
          .thenComparing(RunnerTruth::name);

  private final Profile profile;
  private final FleetMemory memory = new FleetMemory();
  private long seq;

  /** For one environment. */
  public Reconciler(Profile profile) {
    this.profile = profile;
  }

  /** The picture at {@code now}; without findings. */
  public Snapshot reconcile(SourceStates states, Instant now) {
    Optional<Map.Entry<SourceId, SourceState<GithubReading>>> source =
        states.github().entrySet().stream().findFirst();
    GithubInputs github =
        new GithubInputs(
            source.map(Map.Entry::getKey).orElse(null),
            source.map(Map.Entry::getValue).orElse(new SourceState.Never<>()));
    GithubReading reading =
        source.map(Map.Entry::getValue).map(SourceState::reading).map(Reading::value).orElse(null);
    SignalInputs signals =
        new SignalInputs(
            profile.signals().joinOn(), states.prometheus(), states.exporters(), memory, now);
    boolean allTried =
        states.byId().values().stream().noneMatch(state -> state instanceof SourceState.Never);
    RunnerFold fold = new RunnerFold(profile, github, signals, memory, now, allTried);
    List<RunnerTruth> runners =
        Roster.of(profile, github.all()).stream().map(fold::fold).sorted(WORST_FIRST).toList();
    return new Snapshot(
        ++seq,
        now,
        profile.environment().name(),
        states.health(),
        runners,
        Hosts.of(runners),
        Alerts.merge(states),
        silences(states),
        reading == null ? List.<WorkflowRun>of() : reading.runs(),
        reading == null ? List.<Deployment>of() : reading.deployments(),
        reading == null ? List.<DeployEnvironment>of() : reading.environments(),
        List.of(),
        warnings(states, runners));
  }

  private static List<Silence> silences(SourceStates states) {
    return states.alertmanager().values().stream()
        .map(SourceState::reading)
        .flatMap(reading -> reading == null ? null : reading.value().silences().stream())
        .toList();
  }

  private static List<String> warnings(SourceStates states, List<RunnerTruth> runners) {
    List<String> warnings = new ArrayList<>();
    for (RunnerTruth runner : runners) {
      for (Signal signal : Signal.values()) {
        Input input = runner.input(signal);
        // text without a number: a value was there, and it cannot be true
        if (input.state() == InputState.UNKNOWN && input.text() != null) {
          warnings.add(runner.name() + ": " + input.text() + " (" + input.source() + ")");
        }
      }
    }
    for (SourceHealth source : states.health()) {
      Reading<?> reading = source.state().reading();
      if (reading != null) {
        reading.warnings().forEach(warning -> warnings.add(source.id().path() + ": " + warning));
      }
    }
    return List.copyOf(warnings);
  }
}
