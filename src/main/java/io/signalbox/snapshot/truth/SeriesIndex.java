package io.signalbox.snapshot.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds series by the value of a join label, so that thousands of runners are matched in one pass.
 *
 * @param <T> what is found: a sample, a history, a scrape target
 */
final class SeriesIndex<T> {
  private final List<String> joinOn;
  private final Map<String, Map<String, List<T>>> byLabel = new HashMap<>();

  SeriesIndex(List<String> joinOn, Iterable<T> entries, Function<T, Map<String, String>> labels) {
    this.joinOn = joinOn;
    for (T entry : entries) {
      Map<String, String> all = labels.apply(entry);
      for (String label : joinOn) {
        String value = all.get(label);
        if (value != null && !value.isEmpty()) {
          byLabel
              .computeIfAbsent(label, _ -> new HashMap<>())
              .computeIfAbsent(value, _ -> new ArrayList<>(1))
              .add(entry);
        }
      }
    }
  }

  /** The entries of this runner by the first join label that has any. */
  List<T> of(Identity runner) {
    // the runner's own name says most, and is tried first where series carry it
    if (joinOn.contains("runner_name")) {
      List<T> own = under("runner_name", runner.name());
      if (!own.isEmpty()) {
        return own;
      }
    }
    if (joinOn.contains("hostname") && !runner.hostname().isEmpty()) {
      List<T> own = under("hostname", runner.hostname());
      if (!own.isEmpty()) {
        return own;
      }
    }
    if (joinOn.contains("instance")) {
      for (String instance : runner.instances()) {
        List<T> own = under("instance", instance);
        if (!own.isEmpty()) {
          return own;
        }
      }
    }
    return List.of();
  }

  private List<T> under(String label, String value) {
    return byLabel.getOrDefault(label, Map.of()).getOrDefault(value, List.of());
  }
}
