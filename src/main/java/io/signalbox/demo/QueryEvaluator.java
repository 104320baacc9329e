package io.signalbox.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Evaluates a {@link MaxBy} at an instant, whatever its shape. */
final class QueryEvaluator {
  private final SeriesSource series;

  QueryEvaluator(SeriesSource series) {
    this.series = series;
  }

  /** The value of each group, in the order of the groups' labels. */
  SortedMap<String, Group> at(FleetHistory history, MaxBy query, Instant t) {
    if (query.shape() instanceof MaxBy.Shape.Equal(double number)) {
      return equal(history, query.terms().getFirst(), number, t);
    }
    boolean since = query.shape() instanceof MaxBy.Shape.Since;
    SortedMap<String, Group> groups = folded(history, query, t);
    groups.replaceAll(
        (_, one) -> since ? new Group(one.labels(), t.toEpochMilli() / 1000.0 - one.value()) : one);
    return groups;
  }

  private SortedMap<String, Group> equal(
      FleetHistory history, MaxBy.Term term, double number, Instant t) {
    SortedMap<String, Group> found = new TreeMap<>();
    for (Sample sample : series.select(history, term, t)) {
      if (sample.value() == number) {
        Map<String, String> labels = new TreeMap<>(sample.labels());
        labels.put("__name__", term.metric());
        found.put(labels.toString(), new Group(labels, number));
      }
    }
    return found;
  }

  private SortedMap<String, Group> folded(FleetHistory history, MaxBy query, Instant t) {
    SortedMap<String, Group> groups = new TreeMap<>();
    for (Sample sample : union(history, query, t)) {
      Map<String, String> kept = new TreeMap<>(sample.labels());
      kept.keySet().retainAll(query.labels());
      groups.merge(
          kept.toString(),
          new Group(kept, sample.value()),
          (a, b) -> a.value() >= b.value() ? a : b);
    }
    return groups;
  }

  /** One group of the aggregation: the labels it keeps and its value. */
  record Group(Map<String, String> labels, double value) {}

  /** The left operand of {@code or}, and of each further one what has no equal labels so far. */
  private List<Sample> union(FleetHistory history, MaxBy query, Instant t) {
    List<Sample> all = new ArrayList<>();
    Set<Map<String, String>> seen = new HashSet<>();
    for (MaxBy.Term term : query.terms()) {
      List<Sample> found = series.select(history, term, t);
      found.stream().filter(s -> !seen.contains(s.labels())).forEach(all::add);
      found.forEach(s -> seen.add(s.labels()));
    }
    return all;
  }
}
