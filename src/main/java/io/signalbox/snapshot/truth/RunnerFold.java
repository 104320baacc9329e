package io.signalbox.snapshot.truth;

import io.signalbox.model.GithubRunner;
import io.signalbox.model.Input;
import io.signalbox.model.InputState;
import io.signalbox.model.Reason;
import io.signalbox.model.RunnerState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.model.Severity;
import io.signalbox.model.Signal;
import io.signalbox.model.Spoken;
import io.signalbox.model.Trend;
import io.signalbox.profile.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Folds everything known of one runner to its truth. */
final class RunnerFold {
  private final Profile profile;
  private final GithubInputs github;
  private final SignalInputs signals;
  private final FleetMemory memory;
  private final Instant now;
  private final StateRules rules;
  private final boolean allTried;

  /** {@code allTried}: every source has answered or failed once, so what is seen is a state. */
  RunnerFold(
      Profile profile,
      GithubInputs github,
      SignalInputs signals,
      FleetMemory memory,
      Instant now,
      boolean allTried) {
    this.profile = profile;
    this.github = github;
    this.signals = signals;
    this.memory = memory;
    this.now = now;
    this.allTried = allTried;
    this.rules = new StateRules(profile.thresholds(), memory, now);
  }

  RunnerTruth fold(Identity runner) {
    GithubRunner listed = github.runner(runner.name());
    Map<String, Input> inputs = inputs(runner);
    Map<Signal, Trend> trends = trends(runner);
    Input busyInput = inputs.getOrDefault("busy", Input.notMeasured("busy"));
    boolean busy = busyInput.fresh() && listed != null && listed.busy();
    List<String> labels = listed == null ? List.of() : listed.labels();
    Facts facts =
        new Facts(
            runner.name(),
            runner.role(),
            github.configured(),
            busy,
            labels,
            runner.expectedLabels(),
            inputs,
            trends);
    StateRules.Ruled ruled = rules.rule(facts);
    if (allTried) {
      memory.observe(runner.name(), ruled.state(), now);
    }
    List<Reason> badges = badges(runner, facts);
    List<Reason> reasons = new ArrayList<>(ruled.reasons());
    badges.stream().filter(badge -> badge.id().equals("monitoring-blind")).forEach(reasons::add);
    return new RunnerTruth(
        runner.name(),
        listed == null ? null : listed.id(),
        host(runner),
        runner.role(),
        ruled.state(),
        since(facts, ruled.state()),
        busy,
        busy ? github.job(runner.name()) : null,
        labels,
        runner.expectedLabels(),
        runner.unit(),
        List.copyOf(reasons),
        badges,
        inputs,
        trends,
        StateStrip.of(trends.get(Signal.STATUS), memory.spans(runner.name()), now));
  }

  /** What this console saw begin; for a down service its own history may know more. */
  private @Nullable Instant since(Facts facts, RunnerState state) {
    Instant seen = memory.since(facts.name());
    Instant down = state == RunnerState.OFFLINE ? facts.serviceDownSince() : null;
    return down != null && (seen == null || down.isBefore(seen)) ? down : seen;
  }

  private Map<String, Input> inputs(Identity runner) {
    Map<String, Input> inputs = new LinkedHashMap<>();
    inputs.put("github", github.status(runner.name()));
    inputs.put("busy", github.busy(runner.name()));
    inputs.put("scrape", signals.scrape(runner));
    for (Signal signal : Signal.values()) {
      inputs.put(signal.key(), signals.of(runner, signal));
    }
    return Collections.unmodifiableMap(inputs);
  }

  private Map<Signal, Trend> trends(Identity runner) {
    Map<Signal, Trend> trends = new EnumMap<>(Signal.class);
    for (Signal signal : List.of(Signal.STATUS, Signal.CPU, Signal.MEMORY, Signal.DISK)) {
      Trend trend = signals.trend(runner, signal);
      if (trend != null) {
        trends.put(signal, trend);
      }
    }
    return Collections.unmodifiableMap(trends);
  }

  private String host(Identity runner) {
    return runner.host().isEmpty() ? signals.hostname(runner) : runner.host();
  }

  private List<Reason> badges(Identity runner, Facts facts) {
    List<Reason> badges = new ArrayList<>();
    if (signals.anyConfigured() && !anySignalFresh(facts)) {
      badges.add(new Reason("monitoring-blind", Severity.WARNING, blind(facts)));
      if (runner.host().isEmpty() && nothingEver(facts)) {
        String text = "No series matches this runner; name its host in the profile's `runners`";
        badges.add(new Reason("unmatched", Severity.INFO, text));
      }
    }
    if (!profile.runners().isEmpty() && !runner.inProfile()) {
      String text = "On GitHub, but not in the profile: no host or unit is known for it";
      badges.add(new Reason("not-in-profile", Severity.INFO, text));
    }
    return List.copyOf(badges);
  }

  private String blind(Facts facts) {
    Input status = facts.status();
    return status.state() == InputState.STALE
        ? "metrics stale (" + Spoken.duration(status.age(now)) + " old), monitoring blind"
        : "metrics missing, monitoring blind";
  }

  private static boolean anySignalFresh(Facts facts) {
    Input status = facts.status();
    if (status.state() != InputState.NOT_MEASURED) {
      return status.fresh();
    }
    return List.of(Signal.values()).stream().anyMatch(signal -> facts.input(signal).fresh());
  }

  private static boolean nothingEver(Facts facts) {
    return List.of(Signal.values()).stream()
        .allMatch(signal -> facts.input(signal).state() == InputState.NOT_MEASURED);
  }
}
