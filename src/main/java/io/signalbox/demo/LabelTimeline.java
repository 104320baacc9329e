package io.signalbox.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The labels of one runner over all time, as the events of the fleet decide them. */
final class LabelTimeline {
  private record Phase(Instant from, List<String> labels) {}

  private final List<Phase> phases = new ArrayList<>();

  LabelTimeline(List<String> atFirst, List<FleetEvent> events) {
    phases.add(new Phase(Instant.MIN, atFirst));
    for (FleetEvent event : events) {
      if (event instanceof FleetEvent.LabelsSet set) {
        phases.add(new Phase(set.at(), set.labels()));
      }
    }
  }

  List<String> at(Instant t) {
    List<String> found = phases.getFirst().labels();
    for (Phase phase : phases) {
      if (phase.from().isAfter(t)) {
        break;
      }
      found = phase.labels();
    }
    return found;
  }

  /** Whether a job that asks for these labels may run here; GitHub compares without case. */
  boolean satisfies(List<String> wanted, Instant t) {
    Set<String> own =
        at(t).stream().map(l -> l.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return wanted.stream().allMatch(l -> own.contains(l.toLowerCase(Locale.ROOT)));
  }
}
