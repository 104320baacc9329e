package io.signalbox.snapshot.truth;

import io.signalbox.model.Input;
import io.signalbox.model.InputState;
import io.signalbox.model.RunnerRole;
import io.signalbox.model.Signal;
import io.signalbox.model.Trend;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything the state rules look at for one runner. */
record Facts(
    String name,
    RunnerRole role,
    boolean githubConfigured,
    boolean busy,
    List<String> labels,
    List<String> expectedLabels,
    Map<String, Input> inputs,
    Map<Signal, Trend> trends) {

  Input github() {
    return inputs.getOrDefault("github", Input.notMeasured("github"));
  }

  Input status() {
    return input(Signal.STATUS);
  }

  Input input(Signal signal) {
    return inputs.getOrDefault(signal.key(), Input.notMeasured(signal.key()));
  }

  /** Start of the unbroken stretch above the limit at the end of the history; null if none. */
  @Nullable Instant overSince(Signal signal, double limit) {
    Trend trend = trends.get(signal);
    if (trend == null) {
      return null;
    }
    int first = trend.size();
    while (first > 0 && trend.values()[first - 1] > limit) {
      first--;
    }
    return first == trend.size() ? null : Instant.ofEpochSecond(trend.seconds()[first]);
  }

  /** Since when the service signal is down without a break; null while it is up or not fresh. */
  @Nullable Instant serviceDownSince() {
    Double up = status().number();
    Trend trend = trends.get(Signal.STATUS);
    if (!status().fresh() || up == null || up >= 1 || trend == null) {
      return null;
    }
    int first = trend.size();
    while (first > 0 && trend.values()[first - 1] < 1) {
      first--;
    }
    // down for as long as the history reaches: when it began is not known
    boolean known = first > 0 && first < trend.size();
    return known ? Instant.ofEpochSecond(trend.seconds()[first]) : null;
  }

  /** Names the inputs that would tell, and what is known of them. */
  String missing() {
    return List.of(github(), status()).stream()
        .map(input -> label(input) + " " + input.state().word())
        .collect(Collectors.joining(", "));
  }

  private static String label(Input input) {
    String name = input.key().equals("github") ? "GitHub" : "service metric";
    return input.state() == InputState.STALE && input.text() != null
        ? name + " (last: " + input.text() + ")"
        : name;
  }
}
